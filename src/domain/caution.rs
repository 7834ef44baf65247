//! Who must skip an exercise: the contraindication tags of the evidence file.

use super::slug::slugged;

slugged! {
    /// A reason for a whole person to skip an exercise (clinical-evidence 2.1).
    Tag {
        /// Blood thinners, bleeding disorder, low platelets, easy bruising.
        Anticoag = "anticoag",
        /// Past leg clot, treated clot, or told of a high clot risk.
        DvtHist = "dvt_hist",
        /// Pregnant, under 16 weeks.
        PregT1 = "preg_t1",
        /// Pregnant, 16 weeks or more.
        PregT23 = "preg_t23",
        /// Thin bones told by a clinician, or long-term steroid tablets.
        Osteo = "osteo",
        /// Thin bones with a past low-impact or spine fracture, height loss, or high fracture risk.
        OsteoHigh = "osteo_high",
        /// Known disc herniation, stable or improving.
        DiscStable = "disc_stable",
        /// Leg pain below the knee, or tingling or patchy numbness in a leg, stable.
        Radicular = "radicular",
        /// Leg symptoms easily set off, strong, or new in the last two weeks.
        RadicularIrritable = "radicular_irritable",
        /// Leg or back pain on standing or walking that eases on bending or sitting.
        Stenosis = "stenosis",
        /// Told of a slipped vertebra or a stress fracture of the spine.
        Spondylolisthesis = "spondylolisthesis",
        /// Bulging varicose veins, phlebitis, vein surgery under 6 weeks ago.
        Varicose = "varicose",
        /// Lost or reduced feeling in feet or hands.
        Neuropathy = "neuropathy",
        /// Inflammatory arthritis, Down syndrome, or told the neck is unstable.
        RaNeck = "ra_neck",
        /// A hot, swollen joint now.
        IaFlare = "ia_flare",
        /// Past stroke, neck artery trouble, or recent neck injury.
        NeckVasc = "neck_vasc",
        /// Dizziness brought on by moving the head.
        Vertigo = "vertigo",
        /// Hypermobility or joints that often slip.
        Hypermobile = "hypermobile",
        /// Fibromyalgia, or touch hurts all over.
        Fibro = "fibro",
        /// Cancer now, in care for it, or bone spread.
        CancerActive = "cancer_active",
        /// Breast surgery or radiotherapy side.
        CancerBreast = "cancer_breast",
        /// Lymphoedema or nodes removed.
        Lymphoedema = "lymphoedema",
        /// Surgery under 12 weeks ago or not yet cleared.
        RecentSurgery = "recent_surgery",
        /// Hip replacement.
        HipReplace = "hip_replace",
        /// Knee replacement, or cannot kneel.
        KneeReplace = "knee_replace",
        /// Cannot kneel or bend the knee deeply.
        KneeBad = "knee_bad",
        /// Cannot take weight on the hands.
        WristBad = "wrist_bad",
        /// Painful or unstable shoulder, cannot lift the arm overhead.
        ShoulderBad = "shoulder_bad",
        /// Cannot get down to or up from the floor; falls in the last 6 months.
        FloorNo = "floor_no",
        /// Glaucoma, reflux or eye surgery: no head-down positions.
        NoHeaddown = "no_headdown",
        /// High blood pressure that is not controlled.
        HbpUncontrolled = "hbp_uncontrolled",
        /// Pacemaker, port or line in the chest.
        ImplantChest = "implant_chest",
        /// Kidney infection, stones or disease with flank pain.
        Kidney = "kidney",
        /// Abdominal hernia, or abdominal surgery under 12 weeks ago.
        HerniaAbdo = "hernia_abdo",
        /// Jaw locks, or recent jaw injury.
        JawLock = "jaw_lock",
    }
}
