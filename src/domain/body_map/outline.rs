//! The outline of the body, standing with its arms a little away from it; front and back are alike.

use super::{Point, mirror, push};

/// A cubic curve from where the last one ended: two handles and its end.
type Curve = [Point; 3];

/// Where the half begins: on the midline, at the top of the head.
const TOP: Point = (0, 5);

/// The half with `x` from 0 up, from the top of the head round arm and leg to the midline between the legs.
const HALF: [Curve; 24] = [
    // Head, jaw, neck.
    [(13, 5), (21, 14), (21, 28)],
    [(21, 38), (18, 47), (12, 53)],
    [(11, 58), (11, 64), (13, 70)],
    // Shoulder.
    [(19, 77), (32, 79), (42, 83)],
    [(52, 87), (56, 96), (57, 108)],
    // Outer arm, hand.
    [(60, 122), (62, 138), (65, 156)],
    [(70, 174), (74, 194), (76, 211)],
    [(80, 220), (83, 231), (82, 242)],
    [(81, 252), (76, 258), (71, 254)],
    [(67, 250), (66, 238), (65, 228)],
    // Inner arm up to the armpit.
    [(65, 220), (64, 216), (63, 210)],
    [(60, 194), (55, 178), (52, 162)],
    [(49, 148), (46, 134), (43, 121)],
    // Flank, hip.
    [(42, 136), (36, 150), (35, 164)],
    [(34, 178), (41, 192), (44, 208)],
    // Outer leg, foot.
    [(47, 232), (43, 262), (39, 286)],
    [(37, 298), (36, 304), (37, 314)],
    [(40, 330), (38, 348), (33, 366)],
    [(30, 378), (29, 386), (30, 394)],
    [(32, 402), (40, 408), (41, 414)],
    [(41, 420), (34, 421), (26, 421)],
    [(14, 421), (10, 416), (12, 406)],
    // Inner leg.
    [(14, 384), (8, 352), (9, 330)],
    [(10, 296), (5, 262), (0, 236)],
];

/// The whole outline as a closed SVG path.
pub fn outline() -> String {
    let mut path = String::from("M");
    push(&mut path, TOP);
    let mut add = |curve: Curve| {
        path.push('C');
        for point in curve {
            push(&mut path, point);
        }
    };
    let mut from = TOP;
    let mut back: Vec<Curve> = Vec::with_capacity(HALF.len());
    for [first, second, end] in HALF {
        add([first, second, end]);
        // The same curve on the other side, run backwards.
        back.push([mirror(second), mirror(first), mirror(from)]);
        from = end;
    }
    back.into_iter().rev().for_each(add);
    path.push('Z');
    path
}
