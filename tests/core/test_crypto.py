"""Encrypted values: read back by their own column alone, and found by keyed hash."""

import asyncio
import hashlib
import hmac
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, create_engine, select, text
from sqlalchemy.pool import StaticPool

from gongwei.core import crypto
from gongwei.core.crypto import CipherMode, DecryptionFailed, EncryptedText, Vault

KEY = "a-data-key-for-tests-that-is-long-enough"
MODES: tuple[CipherMode, CipherMode] = ("aes", "gm")
CONTEXT = "members.phone"
PLAIN = "党员 13800138000"

#: Values as version 1 and 2 wrote them for KEY and CONTEXT; stored rows must stay readable.
STORED = {
    "aes": (
        "019de4699deae393fb819b236e0a88b5e36801cbb8c55774da302beb881a5c55"
        "1c3a17291894fb15c7c790ee3ce0fd"
    ),
    "gm": (
        "021d372d39bcd1606af718c25d635ae016fc7c589d567946bfb154a690e6120d"
        "45e6d70c74e825508c539a8d883e0f"
    ),
}


@pytest.fixture
def configured() -> Iterator[Vault]:
    before = crypto._vault
    vault = Vault.from_key(KEY)
    crypto.configure_vault(vault)
    yield vault
    crypto._vault = before


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("plain", ["", "x", PLAIN, "\x00", "长" * 5000, "😀"])
def test_a_value_is_read_back(mode: CipherMode, plain: str) -> None:
    vault = Vault.from_key(KEY, mode)
    assert vault.decrypt(vault.encrypt(plain, CONTEXT), CONTEXT) == plain


@pytest.mark.parametrize("written", MODES)
@pytest.mark.parametrize("reading", MODES)
def test_stored_values_stay_readable_in_either_mode(
    written: CipherMode, reading: CipherMode
) -> None:
    vault = Vault.from_key(KEY, reading)
    assert vault.decrypt(bytes.fromhex(STORED[written]), CONTEXT) == PLAIN
    assert vault.decrypt(Vault.from_key(KEY, written).encrypt(PLAIN, CONTEXT), CONTEXT) == PLAIN


def test_the_mode_decides_how_a_value_is_written() -> None:
    blobs = [Vault.from_key(KEY, mode).encrypt("abc", CONTEXT) for mode in MODES]
    assert [(blob[0], len(blob)) for blob in blobs] == [(1, 32), (2, 32)]


def test_the_format_is_aes_256_gcm_under_a_derived_key() -> None:
    derived = HKDF(hashes.SHA256(), 32, None, b"gongwei column aes-256-gcm").derive(KEY.encode())
    blob = Vault.from_key(KEY, "aes").encrypt(PLAIN, CONTEXT)
    opened = AESGCM(derived).decrypt(blob[1:13], blob[13:], b"\x01" + CONTEXT.encode())
    assert opened.decode() == PLAIN


@pytest.mark.parametrize("mode", MODES)
def test_equal_values_are_written_differently(mode: CipherMode) -> None:
    vault = Vault.from_key(KEY, mode)
    assert len({vault.encrypt(PLAIN, CONTEXT) for _ in range(100)}) == 100


@pytest.mark.parametrize("mode", MODES)
def test_a_value_moved_to_another_column_is_refused(mode: CipherMode) -> None:
    vault = Vault.from_key(KEY, mode)
    with pytest.raises(DecryptionFailed):
        vault.decrypt(vault.encrypt(PLAIN, CONTEXT), "members.identity_number")


@pytest.mark.parametrize("mode", MODES)
def test_a_value_of_another_key_is_refused(mode: CipherMode) -> None:
    blob = Vault.from_key("another-data-key-that-is-long-enough", mode).encrypt(PLAIN, CONTEXT)
    with pytest.raises(DecryptionFailed):
        Vault.from_key(KEY, mode).decrypt(blob, CONTEXT)


@pytest.mark.parametrize("mode", MODES)
def test_every_changed_bit_is_noticed(mode: CipherMode) -> None:
    vault, blob = Vault.from_key(KEY, mode), bytes.fromhex(STORED[mode])
    for at in range(len(blob) * 8):
        changed = bytearray(blob)
        changed[at // 8] ^= 1 << at % 8
        with pytest.raises(DecryptionFailed):
            vault.decrypt(bytes(changed), CONTEXT)


@pytest.mark.parametrize("mode", MODES)
def test_every_shortened_value_is_refused(mode: CipherMode) -> None:
    vault, blob = Vault.from_key(KEY, mode), bytes.fromhex(STORED[mode])
    for length in range(len(blob)):
        with pytest.raises(DecryptionFailed):
            vault.decrypt(blob[:length], CONTEXT)


def test_a_failure_tells_nothing_of_value_or_key() -> None:
    with pytest.raises(DecryptionFailed) as caught:
        Vault.from_key(KEY).decrypt(bytes.fromhex(STORED["aes"]), "elsewhere")
    assert str(caught.value) == "damaged, moved or written with another key"
    assert KEY not in repr(Vault.from_key(KEY).__dict__)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("", "the data key is empty"),
        (" " * 40, "the data key is empty"),
        ("k" * 31, "the data key is shorter than 32 bytes"),
        (
            "change-me-change-me-change-me-change-me",
            "the data key is the example of the documentation; choose your own",
        ),
        ("k" * 40 + "\ud800", "the data key is not valid text"),
    ],
)
def test_an_unfit_key_is_refused_without_being_named(key: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        Vault.from_key(key, "aes")
    assert str(caught.value) == reason


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="neither aes nor gm"):
        Vault.from_key(KEY, "des")  # type: ignore[arg-type]


def test_the_lookup_hash_is_a_keyed_hash_under_a_key_of_its_own() -> None:
    derived = HKDF(hashes.SHA256(), 32, None, b"gongwei lookup hmac-sha256").derive(KEY.encode())
    message = b"members.identity_number\x0011010119900307851X"
    expected = hmac.new(derived, message, hashlib.sha256).hexdigest()
    for mode in MODES:
        vault = Vault.from_key(KEY, mode)
        assert vault.lookup_hash("11010119900307851X", "members.identity_number") == expected


def test_the_spelling_of_a_value_makes_no_difference_to_its_lookup_hash() -> None:
    vault = Vault.from_key(KEY)
    spellings = ["11010119900307851X", "11010119900307851x", " 11010119900307851X\n",
                 "１１０１０１１９９００３０７８５１Ｘ", "\u300011010119900307851Ｘ"]  # fmt: skip
    assert len({vault.lookup_hash(spelling, CONTEXT) for spelling in spellings}) == 1


def test_lookup_hashes_differ_by_value_by_context_and_by_key() -> None:
    vault, other = Vault.from_key(KEY), Vault.from_key(KEY + "-2")
    found = {
        vault.lookup_hash("1", "a"),
        vault.lookup_hash("2", "a"),
        vault.lookup_hash("1", "b"),
        vault.lookup_hash("A", ""),
        vault.lookup_hash("", "A"),
        other.lookup_hash("1", "a"),
    }
    assert len(found) == 6


def test_a_column_is_encrypted_at_rest_and_plain_in_the_program(configured: Vault) -> None:
    table = Table(
        "members",
        MetaData(),
        Column("id", Integer, primary_key=True),
        Column("phone", EncryptedText(CONTEXT)),
    )
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        table.metadata.create_all(connection)
        connection.execute(table.insert(), [{"id": 1, "phone": PLAIN}, {"id": 2, "phone": None}])
        rows = connection.execute(select(table.c.phone).order_by(table.c.id)).scalars().all()
        stored = connection.execute(text("SELECT phone FROM members ORDER BY id")).scalars().all()
    engine.dispose()
    assert rows == [PLAIN, None]
    assert stored[1] is None
    assert configured.decrypt(stored[0], CONTEXT) == PLAIN
    assert PLAIN.encode() not in stored[0]


def test_columns_of_different_contexts_do_not_share_a_cached_statement() -> None:
    phone, number = EncryptedText("members.phone"), EncryptedText("members.identity_number")
    assert isinstance(phone.impl, LargeBinary)
    assert phone._static_cache_key != number._static_cache_key


def test_one_vault_serves_several_threads_at_once() -> None:
    vault = Vault.from_key(KEY)

    def read_back(number: int) -> str:
        return vault.decrypt(vault.encrypt(str(number), CONTEXT), CONTEXT)

    async def read_back_many() -> list[str]:
        return await asyncio.gather(*(asyncio.to_thread(read_back, n) for n in range(200)))

    assert asyncio.run(read_back_many()) == [str(n) for n in range(200)]


def test_a_program_without_a_vault_says_so(configured: Vault) -> None:
    assert crypto.current_vault() is configured
    crypto._vault = None
    with pytest.raises(RuntimeError, match="configure_vault"):
        crypto.current_vault()
