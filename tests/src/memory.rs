//! The memory of processes that run, to search it for what should not be there. Linux only.

use memchr::memmem;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

/// Bytes of a page, and of what is said of one.
const PAGE: u64 = 4096;
const ENTRY: u64 = 8;
/// Bytes of entries read at a time.
const MANY: usize = 1 << 20;

/// The children of a process, lowest first.
pub fn children(of: u32) -> Vec<u32> {
    let parent = |pid: u32| -> Option<u32> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
    let mut all: Vec<u32> = pids().filter(|pid| parent(*pid) == Some(of)).collect();
    all.sort_unstable();
    all
}

fn pids() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// Which of these texts the memory of a process holds, as bytes or as the two-byte characters of a script engine.
///
/// # Errors
/// Where this user may not look.
pub fn held<'a>(pid: u32, texts: &[&'a str]) -> io::Result<BTreeSet<&'a str>> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let wanted: Vec<_> = texts.iter().map(|text| (*text, [text.as_bytes().to_vec(), wide(text)])).collect();
    let mut memory = File::open(format!("/proc/{pid}/mem"))?;
    let mut found = BTreeSet::new();
    for run in resident(pid)? {
        let mut bytes = vec![0; usize::try_from(run.end - run.start).unwrap_or(0)];
        memory.seek(SeekFrom::Start(run.start))?;
        // What went meanwhile, or belongs to a device, cannot be read.
        let read = memory.read(&mut bytes).unwrap_or(0);
        let here = |form: &Vec<u8>| memmem::find(&bytes[..read], form).is_some();
        found.extend(wanted.iter().filter(|(_, forms)| forms.iter().any(here)).map(|(text, _)| *text));
    }
    Ok(found)
}

/// The pages next to each other that are there and can be written, or are no file's: a program's libraries hold nothing
/// of a person. A webview reserves far more addresses than it ever uses (proc_pid_maps(5), proc_pid_pagemap(5)).
fn resident(pid: u32) -> io::Result<Vec<Range<u64>>> {
    let mut pages = File::open(format!("/proc/{pid}/pagemap"))?;
    let mut runs: Vec<Range<u64>> = Vec::new();
    for line in fs::read_to_string(format!("/proc/{pid}/maps"))?.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let of_a_file = words.get(5).is_some_and(|path| path.starts_with('/')) && !words[1].contains('w');
        let bounds = words[0]
            .split_once('-')
            .and_then(|(begin, end)| u64::from_str_radix(begin, 16).ok().zip(u64::from_str_radix(end, 16).ok()));
        let Some((mut at, end)) = bounds.filter(|_| words[1].starts_with('r') && !of_a_file) else { continue };
        pages.seek(SeekFrom::Start(at / PAGE * ENTRY))?;
        while at < end {
            let mut entries = vec![0; usize::try_from((end - at) / PAGE * ENTRY).unwrap_or(MANY).min(MANY)];
            // What lies above all programs' memory has no entries.
            if pages.read_exact(&mut entries).is_err() {
                break;
            }
            for entry in entries.chunks_exact(8) {
                // In memory, or in the swap: the two highest bits.
                if entry[7] & 0xc0 != 0 {
                    match runs.last_mut() {
                        Some(run) if run.end == at => run.end += PAGE,
                        _ => runs.push(at..at + PAGE),
                    }
                }
                at += PAGE;
            }
        }
    }
    Ok(runs)
}
