//! The order of cells by what they read, and the cycles among them.

use std::collections::BTreeMap;

use super::Edges;
use crate::logic::Cell;

/// Sorts the cells so that each comes after what it reads, and lists the cycles: their cells come after nothing.
pub(super) fn sort(edges: &Edges) -> (Vec<Cell>, Vec<Vec<Cell>>) {
    let mut readers: BTreeMap<Cell, Vec<Cell>> = BTreeMap::new();
    for (cell, reads) in edges {
        for read in reads {
            readers.entry(*read).or_default().push(*cell);
        }
    }
    let mut ready: Vec<Cell> =
        edges.iter().filter(|(_, reads)| reads.is_empty()).map(|(cell, _)| *cell).rev().collect();
    // How much of what it reads is still to come.
    let mut waiting: BTreeMap<Cell, usize> =
        edges.iter().map(|(cell, reads)| (*cell, reads.len())).filter(|(_, count)| *count > 0).collect();
    let (mut sorted, mut cycles) = (Vec::with_capacity(edges.len()), Vec::new());
    loop {
        while let Some(cell) = ready.pop() {
            sorted.push(cell);
            for reader in readers.get(&cell).into_iter().flatten() {
                let Some(left) = waiting.get_mut(reader) else { continue };
                *left -= 1;
                if *left == 0 {
                    waiting.remove(reader);
                    ready.push(*reader);
                }
            }
        }
        let Some(first) = waiting.keys().next() else { return (sorted, cycles) };
        let cycle = find_cycle(edges, *first, &waiting);
        for cell in &cycle {
            waiting.remove(cell);
        }
        ready.extend(&cycle);
        cycles.push(cycle);
    }
}

/// Follows what waits for each other until something comes back.
fn find_cycle(edges: &Edges, first: Cell, waiting: &BTreeMap<Cell, usize>) -> Vec<Cell> {
    let (mut way, mut at) = (Vec::new(), first);
    let mut places = BTreeMap::new();
    loop {
        if let Some(begin) = places.insert(at, way.len()) {
            return way.split_off(begin);
        }
        way.push(at);
        match edges.get(&at).into_iter().flatten().find(|cell| waiting.contains_key(cell)) {
            Some(next) => at = *next,
            None => return way,
        }
    }
}
