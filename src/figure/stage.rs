//! Floor, wall, furniture, tools and arrows, in the picture.

use super::body::Part;
use super::draw::Lie;
use super::frame::Bounds;
use super::math::{V3, v3};
use super::pose::{Figure, Spot};
use super::props::{Kind, Prop, Solid, Where};
use super::scene::{Layer, unwrap};
use super::settle::Settled;
use super::tone::Tone;
use super::view::{Camera, P2, SCALE, hull, p2, smooth, straight};

/// Whether a thing is the floor.
pub const fn is_floor(kind: Kind) -> bool {
    matches!(kind, Kind::Mat | Kind::Floor)
}

/// Floor, wall and furniture, behind everything.
pub fn background(
    figure: &Figure,
    camera: &Camera,
    stops: &[Settled],
    frame: &Bounds,
) -> Vec<Layer> {
    let mut paths = Vec::new();
    let Some(first) = stops.first() else { return Vec::new() };
    for prop in &figure.props {
        match prop.kind {
            Kind::Mat | Kind::Floor => floor(prop, camera, stops, frame, &mut paths),
            Kind::Wall => wall(camera, frame, &mut paths),
            Kind::Chair | Kind::Table | Kind::Step | Kind::Doorway
                if figure.order.iter().all(|name| name != name_of(prop.kind)) =>
            {
                furniture(camera, &prop.solids(first), &mut paths);
            }
            Kind::Chair
            | Kind::Table
            | Kind::Step
            | Kind::Doorway
            | Kind::Strap
            | Kind::Pillow
            | Kind::Towel
            | Kind::WarmPack
            | Kind::Roller
            | Kind::Ball
            | Kind::TwoBalls => {}
        }
    }
    if paths.is_empty() { Vec::new() } else { vec![Layer::Fixed(paths)] }
}

const fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Mat => "mat",
        Kind::Floor => "floor",
        Kind::Wall => "wall",
        Kind::Chair => "chair",
        Kind::Table => "table",
        Kind::Step => "step",
        Kind::Doorway => "doorway",
        Kind::Pillow => "pillow",
        Kind::Towel => "towel",
        Kind::WarmPack => "warm-pack",
        Kind::Roller => "roller",
        Kind::Ball => "ball",
        Kind::TwoBalls => "two-balls",
        Kind::Strap => "strap",
    }
}

fn furniture(camera: &Camera, solids: &[Solid], paths: &mut Vec<(Tone, String)>) {
    let mut sorted: Vec<&Solid> = solids.iter().collect();
    sorted.sort_by(|a, b| depth(camera, a).total_cmp(&depth(camera, b)));
    for solid in sorted {
        paths.push((Tone::Surface, straight(&hull(&outline_points(camera, solid)), true)));
        if let Solid::Block(middle, half, turn) = solid
            && camera.near.dot(turn.y) > 0.1
        {
            let (x, z) = (half.x, half.z);
            let corners = [(x, z), (x, -z), (-x, -z), (-x, z)]
                .map(|(x, z)| camera.see(*middle + turn.out(v3(x, half.y, z))));
            paths.push((Tone::Top, straight(&corners, true)));
        }
    }
}

fn depth(camera: &Camera, solid: &Solid) -> f64 {
    camera.depth(solid_middle(solid))
}

const fn solid_middle(solid: &Solid) -> V3 {
    match solid {
        Solid::Block(middle, ..)
        | Solid::Bar(middle, ..)
        | Solid::Ball(middle, _)
        | Solid::Soft(middle, ..) => *middle,
    }
}

fn disc(centre: P2, radius: f64) -> String {
    let r = super::view::round(radius);
    let (x, y) = (super::view::round(centre.x) - r, super::view::round(centre.y));
    format!("M{x} {y}a{r} {r} 0 1 1 {} 0a{r} {r} 0 1 1-{} 0z", 2 * r, 2 * r)
}

/// Points whose hull is a solid's outline.
pub fn outline_points(camera: &Camera, solid: &Solid) -> Vec<P2> {
    match solid {
        Solid::Block(middle, half, turn) => {
            let mut points = Vec::new();
            for x in [-half.x, half.x] {
                for y in [-half.y, half.y] {
                    for z in [-half.z, half.z] {
                        points.push(camera.see(*middle + turn.out(v3(x, y, z))));
                    }
                }
            }
            points
        }
        Solid::Bar(middle, along, radius) => {
            let axis = along.unit_or(V3::Z);
            let one = V3::Y.square_to(axis).unit_or(V3::X);
            let two = axis.cross(one);
            let ring = circle(24).map(move |(cos, sin)| (one * cos + two * sin) * *radius);
            let ring: Vec<V3> = ring.collect();
            let ends = [*middle + *along, *middle - *along];
            ends.iter().flat_map(|end| ring.iter().map(|it| camera.see(*end + *it))).collect()
        }
        Solid::Ball(middle, radius) => {
            let centre = camera.see(*middle);
            circle(16).map(|(cos, sin)| centre.plus(p2(cos, sin).times(radius * SCALE))).collect()
        }
        Solid::Soft(middle, half, turn) => {
            let mut points = Vec::new();
            let bulge = |share: f64| share.signum() * share.abs().powf(0.45);
            for (cos, sin) in circle(20) {
                for (high, flat) in [(0.0, 1.0), (0.7, 0.93), (-0.7, 0.93), (1.0, 0.6), (-1.0, 0.6)]
                {
                    let corner =
                        v3(half.x * bulge(cos) * flat, half.y * high, half.z * bulge(sin) * flat);
                    points.push(camera.see(*middle + turn.out(corner)));
                }
            }
            points
        }
    }
}

fn circle(steps: u32) -> impl Iterator<Item = (f64, f64)> {
    (0..steps).map(move |step| {
        let (sin, cos) = (f64::from(step) * 360.0 / f64::from(steps)).to_radians().sin_cos();
        (cos, sin)
    })
}

fn floor(
    prop: &Prop,
    camera: &Camera,
    stops: &[Settled],
    frame: &Bounds,
    paths: &mut Vec<(Tone, String)>,
) {
    let tone = if prop.kind == Kind::Mat { Tone::Top } else { Tone::Surface };
    let ground = ground(prop, camera, stops);
    if ground.is_empty() {
        let (low, high) = (frame.low.x + 8.0, frame.high.x - 8.0);
        let thick = if prop.kind == Kind::Mat { 16.0 } else { 8.0 };
        let bar = [p2(low, 0.0), p2(high, 0.0), p2(high, thick), p2(low, thick)];
        paths.push((tone, straight(&bar, true)));
    } else if prop.kind == Kind::Mat {
        paths.push((tone, straight(&ground, true)));
    } else {
        paths.push((tone, smooth(&ground)));
    }
}

/// The outline of the mat or of the shadow on the floor; empty where the floor is seen from its edge.
pub fn ground(prop: &Prop, camera: &Camera, stops: &[Settled]) -> Vec<P2> {
    if camera.near.y < 0.12 {
        return Vec::new();
    }
    let (mut low, mut high) = (v3(9.0, 0.0, 9.0), v3(-9.0, 0.0, -9.0));
    let mut hold = |point: V3| {
        low = v3(low.x.min(point.x), 0.0, low.z.min(point.z));
        high = v3(high.x.max(point.x), 0.0, high.z.max(point.z));
    };
    for stop in stops {
        for part in Part::ALL {
            if prop.kind == Kind::Floor || !matches!(part, Part::Forearm(_) | Part::Hand(_)) {
                hold(stop.body.start(part));
            }
        }
    }
    let middle = (low + high) * 0.5;
    let half = (high - low) * 0.5;
    let is_mat = prop.kind == Kind::Mat;
    let round = half.x.max(half.z) + 0.06;
    let usual = if is_mat {
        v3(half.x + 0.12, 0.0, (half.z + 0.1).max(0.2))
    } else {
        v3(round, 0.0, round)
    };
    let half = prop.size.unwrap_or(usual);
    let on_floor = |x: f64, z: f64| camera.see(middle + v3(half.x * x, 0.0, half.z * z));
    if is_mat {
        let (x, z) = (1.0 - 0.05 / half.x, 1.0 - 0.05 / half.z);
        let corners = [
            (1.0, z),
            (x, 1.0),
            (-x, 1.0),
            (-1.0, z),
            (-1.0, -z),
            (-x, -1.0),
            (x, -1.0),
            (1.0, -z),
        ];
        return corners.map(|(x, z)| on_floor(x, z)).to_vec();
    }
    circle(10).map(|(cos, sin)| on_floor(cos, sin)).collect()
}

/// About so many of the points, evenly along the outline.
fn thin(points: &[P2], count: usize) -> Vec<P2> {
    let lengths: Vec<f64> = (0..points.len())
        .map(|index| points[(index + 1) % points.len()].minus(points[index]).len())
        .collect();
    let step = lengths.iter().sum::<f64>() / f64::from(u32::try_from(count).unwrap_or(1));
    let mut thinned = Vec::new();
    let mut due = 0.0;
    let mut walked = 0.0;
    for (index, length) in lengths.iter().enumerate() {
        while due < walked + length && thinned.len() < count {
            let share = (due - walked) / length.max(1e-9);
            let (a, b) = (points[index], points[(index + 1) % points.len()]);
            thinned.push(a.plus(b.minus(a).times(share)));
            due += step;
        }
        walked += length;
    }
    thinned
}

fn wall(camera: &Camera, frame: &Bounds, paths: &mut Vec<(Tone, String)>) {
    let bottom = if camera.near.y < 0.12 { 8.0 } else { frame.high.y };
    if camera.near.x.abs() < 0.42 {
        let side = camera.right.x.signum();
        let band = [
            p2(0.0, frame.low.y),
            p2(-26.0 * side, frame.low.y),
            p2(-26.0 * side, bottom),
            p2(0.0, bottom),
        ];
        paths.push((Tone::Surface, straight(&band, true)));
        return;
    }
    let corners = [(0.0, -0.42), (1.25, -0.42), (1.25, 0.42), (0.0, 0.42)];
    let corners = corners.map(|(y, z)| {
        let seen = camera.see(v3(0.0, y, z));
        p2(seen.x.clamp(frame.low.x, frame.high.x), seen.y.clamp(frame.low.y, frame.high.y))
    });
    paths.push((Tone::Top, straight(&corners, true)));
}

/// Tools and soft things, each with its depth and name.
pub fn tools(figure: &Figure, camera: &Camera, stops: &[Settled]) -> Vec<(f64, String, Layer)> {
    let mut layers = Vec::new();
    let Some(first) = stops.first() else { return layers };
    for prop in &figure.props {
        let name = name_of(prop.kind).to_owned();
        let depth = camera.depth(prop.middle(first));
        match prop.kind {
            Kind::Mat | Kind::Floor | Kind::Wall => {}
            Kind::Chair | Kind::Table | Kind::Step | Kind::Doorway => {
                let mut paths = Vec::new();
                if figure.order.contains(&name) {
                    furniture(camera, &prop.solids(first), &mut paths);
                    layers.push((depth, name, Layer::Fixed(paths)));
                }
            }
            Kind::Strap => layers.push((depth, name, strap(prop, camera, stops))),
            Kind::Pillow
            | Kind::Towel
            | Kind::WarmPack
            | Kind::Roller
            | Kind::Ball
            | Kind::TwoBalls => layers.push((depth, name, tool(prop, camera, stops))),
        }
    }
    layers
}

fn tool(prop: &Prop, camera: &Camera, stops: &[Settled]) -> Layer {
    let first = &stops[0];
    let middle = camera.see(prop.middle(first));
    let tone = if prop.kind.is_tool() { Tone::Tool } else { Tone::Soft };
    let mut paths = Vec::new();
    for solid in prop.solids(first) {
        let points: Vec<P2> =
            outline_points(camera, &solid).iter().map(|it| it.minus(middle)).collect();
        let points = hull(&points);
        let path = match solid {
            Solid::Block(..) => straight(&points, true),
            Solid::Ball(..) => {
                disc(camera.see(solid_middle(&solid)).minus(middle), prop.radius() * SCALE)
            }
            Solid::Bar(_, along, _) if along.dot(camera.near).abs() < 0.9 * along.len() => {
                smooth(&thin(&points, 22))
            }
            Solid::Bar(..) => disc(p2(0.0, 0.0), prop.radius() * SCALE),
            Solid::Soft(..) => smooth(&thin(&points, 14)),
        };
        paths.push((tone, path));
        mark(prop, camera, &solid, middle, &mut paths);
    }
    let lies = stops.iter().map(|stop| {
        let start = camera.see(prop.middle(stop));
        let far = start.x - middle.x;
        let rolls = prop.kind == Kind::Roller && camera.near.z.abs() > 0.99;
        let turn = if rolls { (far / (prop.radius() * SCALE)).to_degrees() } else { 0.0 };
        Lie { start, turn, along: 1.0, across: 1.0 }
    });
    Layer::Moving(paths, lies.collect())
}

/// Rings that show a roller's end and how it turns; a seam that makes a ball of a dot, and two of two.
fn mark(prop: &Prop, camera: &Camera, solid: &Solid, middle: P2, paths: &mut Vec<(Tone, String)>) {
    if let Solid::Ball(centre, _) = solid {
        let at = camera.see(*centre).minus(middle);
        let (x, y) = (super::view::round(at.x) - 10, super::view::round(at.y) - 16);
        paths.push((Tone::Mark, format!("M{x} {y}q17 16 0 32q9-16 0-32z")));
    }
    if let (Kind::Roller | Kind::Towel, Solid::Bar(_, along, radius)) = (prop.kind, solid)
        && along.dot(camera.near).abs() > 0.9 * along.len()
    {
        paths.push((Tone::Mark, disc(p2(radius * SCALE * 0.12, 0.0), radius * SCALE * 0.5)));
    }
}

fn strap(prop: &Prop, camera: &Camera, stops: &[Settled]) -> Layer {
    let Where::Between(a, b) = prop.place else { return Layer::Fixed(Vec::new()) };
    let ends = |stop: &Settled| {
        let see = |spot: Spot| camera.see(stop.body.skin(spot.part, spot.at, spot.around).0);
        (see(a), see(b))
    };
    let (from, to) = ends(&stops[0]);
    let long = to.minus(from).len();
    let bar = [p2(0.0, -7.0), p2(long, -7.0), p2(long, 7.0), p2(0.0, 7.0)];
    let mut lies: Vec<Lie> = stops
        .iter()
        .map(|stop| {
            let (from, to) = ends(stop);
            let way = to.minus(from);
            Lie { start: from, turn: way.angle(), along: way.len() / long, across: 1.0 }
        })
        .collect();
    unwrap(&mut lies);
    Layer::Moving(vec![(Tone::Tool, straight(&bar, true))], lies)
}
