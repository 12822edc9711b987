//! GIF: blocks, of which comments and programs' own may go.

use super::{Cleaned, Fault};

const EXTENSION: u8 = 0x21;
const PICTURE: u8 = 0x2c;
const END: u8 = 0x3b;
const COMMENT: u8 = 0xfe;
const APPLICATION: u8 = 0xff;

/// Programs whose blocks stay: how often an animation repeats, and the colour profile.
const NEEDED: [&[u8]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];

/// Removes comments, XMP and other programs' blocks, and whatever follows the picture.
///
/// # Errors
/// If the picture is damaged.
pub(super) fn clean(bytes: &[u8]) -> Cleaned {
    let mut at = after_colours(bytes, 13, 10).ok_or(Fault::Broken)?;
    let mut kept = bytes.get(..at).ok_or(Fault::Broken)?.to_vec();
    loop {
        let end = match *bytes.get(at).ok_or(Fault::Broken)? {
            END => break,
            PICTURE => after_picture(bytes, at),
            EXTENSION => after_blocks(bytes, at + 2),
            _ => None,
        };
        let block = end.and_then(|end| bytes.get(at..end));
        let block = block.ok_or(Fault::Broken)?;
        if is_needed(block) {
            kept.extend(block);
        }
        at += block.len();
    }
    kept.push(END);
    Ok((kept != bytes).then_some(kept))
}

/// Returns the end of the colours that follow a header, which says at `flags` how many.
fn after_colours(bytes: &[u8], header_end: usize, flags: usize) -> Option<usize> {
    let flags = *bytes.get(flags)?;
    let colours = match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    };
    Some(header_end + colours)
}

fn after_picture(bytes: &[u8], at: usize) -> Option<usize> {
    let colours = after_colours(bytes, at + 10, at + 9)?;
    // The size of the first code, then the pixels.
    after_blocks(bytes, colours + 1)
}

fn after_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            0 => return Some(at + 1),
            length => at += 1 + usize::from(length),
        }
    }
}

fn is_needed(block: &[u8]) -> bool {
    match block[..2] {
        [EXTENSION, COMMENT] => false,
        [EXTENSION, APPLICATION] => block
            .get(3..14)
            .is_some_and(|program| NEEDED.contains(&program)),
        _ => true,
    }
}
