//! The provider's public keys.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::signature::{ED25519, UnparsedPublicKey};

/// What stands before the 32 bytes of an Ed25519 key in its `SubjectPublicKeyInfo` (RFC 8410): two sequences, the algorithm's
/// identifier, and the head of a bit string.
const SPKI_PREFIX: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// An Ed25519 public key.
///
/// Parsed from the form in which the provider prints it, `SubjectPublicKeyInfo` as base64, with or without the lines of a
/// PEM file around it:
///
/// ```
/// # use callslip_highlevel::webhooks::PublicKey;
/// let key: PublicKey = "MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=".parse()?;
/// assert_eq!(key, PublicKey::PUBLISHED);
/// # Ok::<_, callslip_highlevel::webhooks::KeyError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// The key that the provider's guide to webhooks printed in August 2026: one for all customers. A new one is announced
    /// by e-mail, and then to be given to [`VerifierBuilder::key`](super::VerifierBuilder::key).
    pub const PUBLISHED: Self = Self([
        0x8b, 0x61, 0xd1, 0xd6, 0xca, 0xcb, 0xe2, 0x8d, 0x7c, 0x3b, 0xc0, 0x51, 0x6b, 0xb8, 0x15,
        0x25, 0x8e, 0xc6, 0xed, 0xbb, 0xa9, 0x6c, 0xdd, 0xc7, 0xf4, 0x0c, 0x09, 0xac, 0x70, 0x83,
        0x88, 0xe8,
    ]);

    /// Whether the signature is this key's over exactly these bytes.
    pub(super) fn signed(&self, body: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.0)
            .verify(body, signature)
            .is_ok()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PublicKey")
            .field(&STANDARD.encode(self.0))
            .finish()
    }
}

impl FromStr for PublicKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let base64: String = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("-----"))
            .collect();
        let der = STANDARD.decode(base64).map_err(|_| KeyError)?;
        let key = der.strip_prefix(&SPKI_PREFIX).ok_or(KeyError)?;
        key.try_into().map(Self).map_err(|_| KeyError)
    }
}

/// A text is no Ed25519 public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyError;

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "this is no Ed25519 public key: give the SubjectPublicKeyInfo as base64, as the provider prints it",
        )
    }
}

impl Error for KeyError {}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const TEXT: &str = "MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=";

    #[test]
    fn the_published_key_is_the_printed_one() {
        assert_eq!(TEXT.parse(), Ok(PublicKey::PUBLISHED));
        let pem = format!("-----BEGIN PUBLIC KEY-----\r\n{TEXT}\r\n-----END PUBLIC KEY-----\r\n");
        assert_eq!(pem.parse(), Ok(PublicKey::PUBLISHED));
    }

    #[test]
    fn other_keys_are_refused() {
        let der = STANDARD.decode(TEXT).unwrap();
        let mut x25519 = der.clone();
        x25519[8] = 0x6e;
        let longer = [der.as_slice(), &[0]].concat();
        for wrong in [
            String::new(),
            "m4rker".to_owned(),
            STANDARD.encode(&der[12..]),
            STANDARD.encode(&der[..43]),
            STANDARD.encode(longer),
            STANDARD.encode(x25519),
        ] {
            let error = wrong.parse::<PublicKey>().unwrap_err();
            assert!(!error.to_string().contains("m4rker"), "{wrong}");
        }
    }

    /// RFC 8032, section 7.1, test 2: values that were not made by the code that is tested.
    #[test]
    fn a_signature_of_the_standard_is_accepted() {
        let key = PublicKey([
            0x3d, 0x40, 0x17, 0xc3, 0xe8, 0x43, 0x89, 0x5a, 0x92, 0xb7, 0x0a, 0xa7, 0x4d, 0x1b,
            0x7e, 0xbc, 0x9c, 0x98, 0x2c, 0xcf, 0x2e, 0xc4, 0x96, 0x8c, 0xc0, 0xcd, 0x55, 0xf1,
            0x2a, 0xf4, 0x66, 0x0c,
        ]);
        let mut signature = [
            0x92, 0xa0, 0x09, 0xa9, 0xf0, 0xd4, 0xca, 0xb8, 0x72, 0x0e, 0x82, 0x0b, 0x5f, 0x64,
            0x25, 0x40, 0xa2, 0xb2, 0x7b, 0x54, 0x16, 0x50, 0x3f, 0x8f, 0xb3, 0x76, 0x22, 0x23,
            0xeb, 0xdb, 0x69, 0xda, 0x08, 0x5a, 0xc1, 0xe4, 0x3e, 0x15, 0x99, 0x6e, 0x45, 0x8f,
            0x36, 0x13, 0xd0, 0xf1, 0x1d, 0x8c, 0x38, 0x7b, 0x2e, 0xae, 0xb4, 0x30, 0x2a, 0xee,
            0xb0, 0x0d, 0x29, 0x16, 0x12, 0xbb, 0x0c, 0x00,
        ];
        assert!(key.signed(&[0x72], &signature));
        assert!(!key.signed(&[0x73], &signature));
        assert!(!PublicKey::PUBLISHED.signed(&[0x72], &signature));
        // The same signature with the group's order added to its second half: it must not pass as another one.
        let order: [u8; 32] = [
            0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9,
            0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ];
        let mut carry = 0u16;
        for (byte, add) in signature[32..].iter_mut().zip(order) {
            let sum = u16::from(*byte) + u16::from(add) + carry;
            *byte = u8::try_from(sum & 0xff).unwrap();
            carry = sum >> 8;
        }
        assert!(!key.signed(&[0x72], &signature));
    }
}
