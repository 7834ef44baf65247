//! Vectors and rotations in three dimensions.
//!
//! The world has x to the front of a standing person, y up and z to that person's right; lengths are shares
//! of body height.

use std::ops::{Add, Mul, Neg, Sub};

/// A point or a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct V3 {
    /// To the front.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// To the right.
    pub z: f64,
}

/// The vector of these three numbers.
pub const fn v3(x: f64, y: f64, z: f64) -> V3 {
    V3 { x, y, z }
}

impl V3 {
    /// No length.
    pub const ZERO: Self = v3(0.0, 0.0, 0.0);
    /// One to the front.
    pub const X: Self = v3(1.0, 0.0, 0.0);
    /// One up.
    pub const Y: Self = v3(0.0, 1.0, 0.0);
    /// One to the right.
    pub const Z: Self = v3(0.0, 0.0, 1.0);

    /// Scalar product.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// Vector product.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        v3(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    /// Length.
    pub fn len(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// The same direction with length one, or `other` where there is no direction.
    #[must_use]
    pub fn unit_or(self, other: Self) -> Self {
        let len = self.len();
        if len < 1e-9 { other } else { self * (1.0 / len) }
    }

    /// What is left of it square to `axis`, which has length one.
    #[must_use]
    pub fn square_to(self, axis: Self) -> Self {
        self - axis * self.dot(axis)
    }

    /// The point at `share` of the way to `other`.
    #[must_use]
    pub fn toward(self, other: Self, share: f64) -> Self {
        self + (other - self) * share
    }
}

impl Add for V3 {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        v3(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for V3 {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        v3(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f64> for V3 {
    type Output = Self;
    fn mul(self, by: f64) -> Self {
        v3(self.x * by, self.y * by, self.z * by)
    }
}

impl Neg for V3 {
    type Output = Self;
    fn neg(self) -> Self {
        v3(-self.x, -self.y, -self.z)
    }
}

/// A turned frame: its own front, up and right as seen from outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its front.
    pub x: V3,
    /// Its up.
    pub y: V3,
    /// Its right.
    pub z: V3,
}

impl Frame {
    /// Not turned.
    pub const UPRIGHT: Self = Self { x: V3::X, y: V3::Y, z: V3::Z };

    /// Turned about its own right: front goes up with a positive angle, in degrees.
    pub fn about_z(degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: v3(cos, sin, 0.0), y: v3(-sin, cos, 0.0), z: V3::Z }
    }

    /// Turned about its own front: up goes right with a positive angle, in degrees.
    pub fn about_x(degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: V3::X, y: v3(0.0, cos, sin), z: v3(0.0, -sin, cos) }
    }

    /// Turned about its own up: front goes left with a positive angle, in degrees.
    pub fn about_y(degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: v3(cos, 0.0, -sin), y: V3::Y, z: v3(sin, 0.0, cos) }
    }

    /// A direction of this frame, seen from outside.
    pub fn out(&self, inside: V3) -> V3 {
        self.x * inside.x + self.y * inside.y + self.z * inside.z
    }

    /// An outside direction, seen from this frame.
    pub fn inside(&self, out: V3) -> V3 {
        v3(self.x.dot(out), self.y.dot(out), self.z.dot(out))
    }

    /// The frame `inner`, given in this one, seen from outside.
    #[must_use]
    pub fn then(&self, inner: &Self) -> Self {
        Self { x: self.out(inner.x), y: self.out(inner.y), z: self.out(inner.z) }
    }

    /// How `other` is turned, seen from this frame.
    #[must_use]
    pub fn to(&self, other: &Self) -> Self {
        Self { x: self.inside(other.x), y: self.inside(other.y), z: self.inside(other.z) }
    }

    /// Turned by three angles in degrees: about the own up first, then the front, then the right.
    #[must_use]
    pub fn turned(&self, about_z: f64, about_x: f64, about_y: f64) -> Self {
        let inner =
            Self::about_z(about_z).then(&Self::about_x(about_x)).then(&Self::about_y(about_y));
        self.then(&inner)
    }

    /// The three angles, in degrees, that [`Frame::turned`] makes this frame of the upright one with.
    pub fn angles(&self) -> (f64, f64, f64) {
        let about_x = self.y.z.clamp(-1.0, 1.0).asin();
        let about_z = (-self.y.x).atan2(self.y.y);
        let about_y = (-self.x.z).atan2(self.z.z);
        (about_z.to_degrees(), about_x.to_degrees(), about_y.to_degrees())
    }

    /// The frame whose up is `up` and whose front is as near to `front` as it can be.
    pub fn up_front(up: V3, front: V3) -> Self {
        let y = up.unit_or(V3::Y);
        let spare = if y.x.abs() < 0.9 { V3::X } else { V3::Y };
        let x = front.square_to(y).unit_or(spare.square_to(y).unit_or(V3::Z));
        Self { x, y, z: x.cross(y) }
    }
}
