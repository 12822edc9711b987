//! Numbers in few bytes: seven bits a byte, the lowest first; the last byte's eighth bit is
//! not set.

/// Adds `value` to `bytes`.
pub fn pack(mut value: u32, bytes: &mut Vec<u8>) {
    while value > 127 {
        bytes.push(value as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Bytes that `value` takes.
pub fn packed_length(value: u32) -> usize {
    (u32::BITS - value.leading_zeros()).max(1).div_ceil(7) as usize
}

/// Takes the next number off `bytes`; 0 where there is none.
pub fn unpack(bytes: &mut &[u8]) -> u32 {
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
