//! Native tests of the pure core: one binary, one module a subject.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod body_map;
#[cfg(test)]
mod builder;
#[cfg(test)]
mod catalog;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod link;
#[cfg(test)]
mod progress;
#[cfg(test)]
mod records;
#[cfg(test)]
mod reply;
#[cfg(test)]
mod screening;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod shell;
mod styled;
#[cfg(test)]
mod wording;
