//! Figures: a jointed mannequin in poses, drawn as rigid parts that only turn and move.
//!
//! The build solves and draws every pose (`docs/spec/figures.md`); only [`sheet`], [`tone`], [`picture`] and
//! [`pace`] are part of the program.

#[cfg(not(target_arch = "wasm32"))]
pub mod arrows;
#[cfg(not(target_arch = "wasm32"))]
pub mod body;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod draw;
#[cfg(not(target_arch = "wasm32"))]
pub mod frame;
#[cfg(not(target_arch = "wasm32"))]
pub mod limbs;
#[cfg(not(target_arch = "wasm32"))]
pub mod math;
#[cfg(not(target_arch = "wasm32"))]
pub mod outline;
pub mod pace;
pub mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod pose;
#[cfg(not(target_arch = "wasm32"))]
pub mod props;
#[cfg(not(target_arch = "wasm32"))]
pub mod ranges;
#[cfg(not(target_arch = "wasm32"))]
pub mod scene;
#[cfg(not(target_arch = "wasm32"))]
pub mod settle;
#[cfg(not(target_arch = "wasm32"))]
pub mod shapes;
pub mod sheet;
#[cfg(not(target_arch = "wasm32"))]
pub mod skeleton;
#[cfg(not(target_arch = "wasm32"))]
pub mod stage;
pub mod tone;
#[cfg(not(target_arch = "wasm32"))]
pub mod view;
#[cfg(not(target_arch = "wasm32"))]
pub mod write;
