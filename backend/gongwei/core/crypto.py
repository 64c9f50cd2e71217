"""Encrypted columns, finding a row by a value that is stored encrypted, and codes that only this
installation can have made.

A blob is one version byte, a random 12-byte nonce, the ciphertext and a 16-byte tag. The version
names the cipher, so that rows written in one mode are read after a change to the other:

    1  AES-256-GCM (NIST SP 800-38D)
    2  SM4-GCM (GB/T 32907-2016, RFC 8998), for installations under the commercial-cipher rules

The version and the column's context are authenticated with the text: a blob moved into another
column does not decrypt.
"""

import hashlib
import hmac
import os
import unicodedata
from typing import Any, Final, Literal

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

CipherMode = Literal["aes", "gm"]

MIN_KEY_BYTES: Final = 32
EXAMPLE_KEY: Final = "change-me-change-me-change-me-change-me"

_AES_VERSION: Final = 1
_SM4_VERSION: Final = 2
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_MAC_BYTES: Final = 16


class DecryptionFailed(Exception):
    """A blob is damaged, from another column, or was written with another key."""


class Vault:
    """Encrypts and decrypts column values, computes their keyed hashes, and signs codes."""

    def __init__(
        self, mode: CipherMode, aes_key: bytes, sm4_key: bytes, lookup_key: bytes, code_key: bytes
    ) -> None:
        self._version = _AES_VERSION if mode == "aes" else _SM4_VERSION
        self._ciphers: dict[int, Any] = {
            _AES_VERSION: algorithms.AES256(aes_key),
            _SM4_VERSION: algorithms.SM4(sm4_key),
        }
        self._lookup_key = lookup_key
        self._code_key = code_key

    @classmethod
    def from_key(cls, data_key: str, mode: CipherMode = "aes") -> "Vault":
        """A vault whose separate keys are derived from `data_key` by HKDF-SHA256 (RFC 5869).

        `mode` decides how new values are written; values of either mode are read, and keyed hashes
        are the same in both. Raises ValueError, naming no value, when the key is empty, shorter
        than 32 bytes in UTF-8 or the documented example, when the mode is unknown, or when this
        machine's cryptography lacks SM4.
        """
        if mode not in ("aes", "gm"):
            raise ValueError("the cipher mode is neither aes nor gm")
        secret = _checked_secret(data_key)
        vault = cls(
            mode,
            aes_key=_derived(secret, b"gongwei column aes-256-gcm", 32),
            sm4_key=_derived(secret, b"gongwei column sm4-gcm", 16),
            lookup_key=_derived(secret, b"gongwei lookup hmac-sha256", 32),
            code_key=_derived(secret, b"gongwei code hmac-sha256", 32),
        )
        try:
            vault.encrypt("", "self-test")
        except UnsupportedAlgorithm:
            raise ValueError(f"the cipher mode {mode} is not available on this machine") from None
        return vault

    def encrypt(self, plain: str, context: str) -> bytes:
        """The blob of `plain` for the column named by `context`, such as "members.phone"."""
        nonce = os.urandom(_NONCE_BYTES)
        cipher = Cipher(self._ciphers[self._version], modes.GCM(nonce))
        encryptor = cipher.encryptor()
        encryptor.authenticate_additional_data(_associated_data(self._version, context))
        ciphertext = encryptor.update(plain.encode("utf-8")) + encryptor.finalize()
        return bytes([self._version]) + nonce + ciphertext + encryptor.tag

    def decrypt(self, blob: bytes, context: str) -> str:
        """The text of a blob written for `context`. Raises DecryptionFailed."""
        if len(blob) < 1 + _NONCE_BYTES + _TAG_BYTES or blob[0] not in self._ciphers:
            raise DecryptionFailed("not a value this version can read")
        version, nonce = blob[0], blob[1 : 1 + _NONCE_BYTES]
        ciphertext, tag = blob[1 + _NONCE_BYTES : -_TAG_BYTES], blob[-_TAG_BYTES:]
        try:
            decryptor = Cipher(self._ciphers[version], modes.GCM(nonce, tag)).decryptor()
            decryptor.authenticate_additional_data(_associated_data(version, context))
            return (decryptor.update(ciphertext) + decryptor.finalize()).decode("utf-8")
        except (InvalidTag, UnsupportedAlgorithm, ValueError):
            raise DecryptionFailed("damaged, moved or written with another key") from None

    def lookup_hash(self, value: str, context: str) -> str:
        """HMAC-SHA256 in hex (64 characters) of the value, for a column searched by equality.

        Full-width and half-width forms, letter case and surrounding blanks make no difference.
        Equal values of different contexts have unrelated hashes.
        """
        canonical = unicodedata.normalize("NFKC", value).upper().strip()
        message = context.encode("utf-8") + b"\x00" + canonical.encode("utf-8")
        return hmac.new(self._lookup_key, message, hashlib.sha256).hexdigest()

    def code_mac(self, message: bytes, context: str) -> bytes:
        """The first 16 bytes of the HMAC-SHA256 of a message that is shown as a code (RFC 2104,
        section 5: half the output at least). `context` keeps codes of different kinds apart.
        """
        signed = context.encode("utf-8") + b"\x00" + message
        return hmac.new(self._code_key, signed, hashlib.sha256).digest()[:_MAC_BYTES]


class EncryptedText(TypeDecorator[str]):
    """A text column that is stored encrypted by the configured vault.

    `context` names the column ("members.phone") and must never change once rows exist. As every
    write of one text differs, such a column cannot be compared or sorted: keep a column with
    `Vault.lookup_hash` beside it where rows are found by value.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, context: str) -> None:
        super().__init__()
        self.context = context

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else current_vault().encrypt(value, self.context)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else current_vault().decrypt(bytes(value), self.context)


_vault: Vault | None = None


def configure_vault(vault: Vault) -> None:
    """Sets the vault of this process; called once at start, before the first query."""
    global _vault
    _vault = vault


def current_vault() -> Vault:
    """The configured vault. Raises RuntimeError when there is none."""
    if _vault is None:
        raise RuntimeError("no vault is configured: call configure_vault at start")
    return _vault


def _associated_data(version: int, context: str) -> bytes:
    return bytes([version]) + context.encode("utf-8")


def _derived(secret: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=None, info=purpose).derive(secret)


def _checked_secret(text: str) -> bytes:
    if not text.strip():
        raise ValueError("the data key is empty")
    if text.strip() == EXAMPLE_KEY:
        raise ValueError("the data key is the example of the documentation; choose your own")
    try:
        secret = text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("the data key is not valid text") from None
    if len(secret) < MIN_KEY_BYTES:
        raise ValueError(f"the data key is shorter than {MIN_KEY_BYTES} bytes")
    return secret
