//! Plain words for the library's closed sets: areas, tools, positions and reasons to skip.

use crate::domain::body::{Area, Position};
use crate::domain::caution::Tag;
use crate::domain::equipment::Tool;

/// An area as a heading.
pub const fn area(area: Area) -> &'static str {
    match area {
        Area::Neck => "Neck",
        Area::Shoulder => "Shoulder",
        Area::UpperBack => "Upper back",
        Area::LowerBack => "Lower back",
        Area::Hip => "Buttock and hip",
        Area::Thigh => "Thigh",
        Area::Calf => "Calf and shin",
        Area::Foot => "Foot and ankle",
        Area::Chest => "Chest",
        Area::Arm => "Arm and hand",
        Area::Head => "Head and jaw",
        Area::WholeBody => "Whole body",
    }
}

/// A tool as a noun with its article where it needs one.
pub const fn tool(tool: Tool) -> &'static str {
    match tool {
        Tool::Nothing => "Nothing",
        Tool::Hands => "Your hands",
        Tool::Ball => "A tennis ball",
        Tool::TwoBalls => "Two tennis balls in a sock",
        Tool::Roller => "A foam roller or rolling stick",
        Tool::Chair => "A firm chair",
        Tool::Wall => "A free bit of wall",
        Tool::Mat => "A mat or carpet",
        Tool::Strap => "A strap or long towel",
        Tool::Towel => "A rolled soft towel",
        Tool::Doorway => "A doorway",
    }
}

/// A tool in a word or two, for buttons and lists.
pub const fn tool_short(tool: Tool) -> &'static str {
    match tool {
        Tool::Nothing => "Nothing",
        Tool::Hands => "Hands",
        Tool::Ball => "Ball",
        Tool::TwoBalls => "Two balls",
        Tool::Roller => "Roller",
        Tool::Chair => "Chair",
        Tool::Wall => "Wall",
        Tool::Mat => "Mat",
        Tool::Strap => "Strap",
        Tool::Towel => "Towel",
        Tool::Doorway => "Doorway",
    }
}

/// A position as a short phrase.
pub const fn position(position: Position) -> &'static str {
    match position {
        Position::OnBack => "On your back",
        Position::FaceDown => "Face down",
        Position::OnSide => "On your side",
        Position::FloorSitting => "Sitting on the floor",
        Position::Kneeling => "Kneeling",
        Position::Chair => "Sitting on a chair",
        Position::Wall => "Standing at a wall",
        Position::Standing => "Standing",
    }
}

/// Who should skip an exercise, said to that person (clinical-evidence 2.1).
pub const fn tag(tag: Tag) -> &'static str {
    match tag {
        Tag::Anticoag => "You take blood thinners, bleed or bruise easily, or have low platelets",
        Tag::DvtHist => "You have or had a clot in a leg, or were told your clot risk is high",
        Tag::PregT1 => "You are less than 16 weeks pregnant",
        Tag::PregT23 => "You are 16 weeks pregnant or more",
        Tag::Osteo => "You were told you have thin bones, or take steroid tablets for long",
        Tag::OsteoHigh => {
            "You have thin bones and broke one easily, lost height, or were told your risk is high"
        }
        Tag::DiscStable => "You have a known disc problem, even a settled one",
        Tag::Radicular => "You have leg pain below the knee, or tingling or numb patches in a leg",
        Tag::RadicularIrritable => {
            "Your leg signs are strong, easily set off, or new in the last 2 weeks"
        }
        Tag::Stenosis => "Standing or walking brings on leg or back pain that sitting eases",
        Tag::Spondylolisthesis => {
            "You were told a bone in your spine moved forward or has a stress crack"
        }
        Tag::Varicose => "You have bulging veins, a sore vein, or vein surgery in the last 6 weeks",
        Tag::Neuropathy => "You feel less in your feet or hands",
        Tag::RaNeck => "You have rheumatoid or like arthritis, Down syndrome, or an unstable neck",
        Tag::IaFlare => "A joint is hot and swollen now",
        Tag::NeckVasc => "You had a stroke, neck artery trouble, or a neck injury lately",
        Tag::Vertigo => "Moving your head makes you dizzy",
        Tag::Hypermobile => "Your joints are very bendy or often slip",
        Tag::Fibro => "You have fibromyalgia, or touch hurts all over",
        Tag::CancerActive => "You have cancer now, are in care for it, or it is in your bones",
        Tag::CancerBreast => "You had breast surgery or radiotherapy on that side",
        Tag::Lymphoedema => "You have lymphoedema or had nodes removed on that side",
        Tag::RecentSurgery => "You had surgery in the last 12 weeks or are not yet cleared",
        Tag::HipReplace => "You have a replaced hip",
        Tag::KneeReplace => "You have a replaced knee or cannot kneel",
        Tag::KneeBad => "You cannot kneel or bend your knee deeply",
        Tag::WristBad => "You cannot take weight on your hands",
        Tag::ShoulderBad => {
            "Your shoulder is painful or unstable, or your arm will not lift overhead"
        }
        Tag::FloorNo => {
            "Getting down to the floor or up is not safe for you, or you fell in the last 6 months"
        }
        Tag::NoHeaddown => {
            "You have glaucoma, blood pressure that is not controlled, bad reflux, or had eye surgery lately"
        }
        Tag::HbpUncontrolled => "Your blood pressure is high and not controlled",
        Tag::ImplantChest => "You have a pacemaker, port or line in your chest",
        Tag::Kidney => "You have kidney trouble with pain in your side",
        Tag::HerniaAbdo => "You have a belly hernia, or had belly surgery in the last 12 weeks",
        Tag::JawLock => "Your jaw locks or was hurt lately",
    }
}
