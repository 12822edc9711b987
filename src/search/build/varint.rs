//! Variable-length numbers (LEB128): seven bits per byte, lowest first; the eighth bit is
//! set in all bytes but the last.

/// Appends `value` to `bytes`.
pub(super) fn pack(mut value: u32, bytes: &mut Vec<u8>) {
    while value > 127 {
        bytes.push(value as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Returns the encoded length of `value` in bytes.
pub(super) fn packed_length(value: u32) -> usize {
    (u32::BITS - value.leading_zeros()).max(1).div_ceil(7) as usize
}

/// Removes the next number from `bytes`; returns 0 if it is empty.
pub(super) fn unpack(bytes: &mut &[u8]) -> u32 {
    let (mut value, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        value |= u32::from(byte & 127) << shift;
        shift += 7;
        if byte & 128 == 0 {
            break;
        }
    }
    value
}
