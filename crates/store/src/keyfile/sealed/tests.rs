use super::*;

/// Key 0…31, passphrase "hoe gaat het met u?", the least cost, salt and nonce 100…139.
const GOLDEN: &[u8] = include_bytes!("../../../tests/golden/key-1.hgh");
const PASSPHRASE: &str = "hoe gaat het met u?";

fn key() -> Key {
    Key::from_bytes(std::array::from_fn(|i| i as u8))
}

fn golden() -> Vec<u8> {
    seal_with(&key(), PASSPHRASE, Cost::MINIMUM, &std::array::from_fn(|i| 100 + i as u8)).expect("seal")
}

#[test]
fn the_bytes_are_frozen() {
    assert_eq!(golden(), GOLDEN);
    assert_eq!(open(GOLDEN, PASSPHRASE), Ok(key()));
}

#[test]
fn every_flipped_bit_is_found() {
    for at in 0..FILE_BYTES {
        let mut bytes = GOLDEN.to_vec();
        bytes[at] ^= 0x10;
        let told = check(&bytes);
        let expected = if at == 7 { Error::NewerVersion } else { Error::Damaged };
        assert_eq!(told, Err(expected), "byte {at}");
    }
    for length in [0, 6, 7, 8, 60, FILE_BYTES - 1] {
        assert_eq!(check(&GOLDEN[..length]), Err(Error::Damaged), "{length} bytes");
    }
}

#[test]
fn the_header_is_authenticated_and_not_only_summed() {
    let mut bytes = GOLDEN.to_vec();
    // One pass more, with a sum to match.
    bytes[12] += 1;
    let sum = checksum(&bytes[..SEALED_END]);
    bytes[SEALED_END..].copy_from_slice(&sum);
    assert_eq!(check(&bytes).map(|cost| cost.passes), Ok(3));
    assert_eq!(open(&bytes, PASSPHRASE), Err(Error::WrongPassphrase));
}

#[test]
fn weak_parameters_are_refused_when_read() {
    for (at, value, expected) in [
        (8, 19 * 1024 - 1, Error::TooWeakParameters),
        (12, 1, Error::TooWeakParameters),
        (16, 0, Error::TooWeakParameters),
        (8, u32::MAX, Error::Damaged),
    ] {
        let mut bytes = GOLDEN.to_vec();
        bytes[at..at + 4].copy_from_slice(&u32::to_le_bytes(value));
        let sum = checksum(&bytes[..SEALED_END]);
        bytes[SEALED_END..].copy_from_slice(&sum);
        assert_eq!(open(&bytes, PASSPHRASE), Err(expected));
    }
}
