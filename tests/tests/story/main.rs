//! The product's main job, told with the commands of the window: a visit from the doorstep to the coordinator's desk.

mod aside;
mod decide;
mod help;
mod lock;
mod newer;
mod people;
mod roles;
mod today;
mod visit;
