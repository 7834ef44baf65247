//! The same closed sets and bounded numbers as the crate's own, so that data files are checked against them.

#[path = "../src/domain/slug.rs"]
mod slug;

#[path = "../src/domain/body.rs"]
pub mod body;
#[path = "../src/domain/caution.rs"]
pub mod caution;
#[path = "../src/domain/condition.rs"]
pub mod condition;
#[path = "../src/domain/dose.rs"]
pub mod dose;
#[path = "../src/domain/equipment.rs"]
pub mod equipment;
#[path = "../src/domain/exercise.rs"]
pub mod exercise;
#[path = "../src/domain/routine.rs"]
pub mod routine;
#[path = "../src/domain/side.rs"]
pub mod side;
#[path = "../src/domain/technique.rs"]
pub mod technique;
