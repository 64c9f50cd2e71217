"""Ten thousand altered tokens before our reader and two others: what one refuses, we refuse.

The others are joserfc and PyJWT, told to require the same claims, issuer, audience and algorithm
and given the same leeway. Altered times keep a minute's distance from every limit, because PyJWT
reads the clock itself; the limits to the second are tested with the reader.
"""

import base64
import hashlib
import hmac
import json
import random
import time
import uuid
from collections import Counter
from collections.abc import Callable
from typing import Any

import jwt as pyjwt
from joserfc import jwt as joserfc_jwt
from joserfc.jwk import KeySet, OctKey

from gongwei.core import tokens
from gongwei.core.tokens import LEEWAY, TokenKeys, TokenRefused

COUNT = 10_000
SEED = 20_240_607
KEY = "the-key-in-use-of-the-differential-test"
OLD_KEY = "the-key-before-of-the-differential-test"
KEYS = TokenKeys.of(KEY, OLD_KEY)
REQUIRED = ["iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp"]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
ODD_VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 1.5, 2**63, "", "0", "1", " ", "\x00", "é", "x" * 200,
    [], {}, [1], ["gongwei-api"], {"a": 1}, [[[]]], float("nan"), float("inf"), 1e300,
]  # fmt: skip

Mutation = Callable[[random.Random, int], str]


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def signed(header: bytes, body: bytes, key: str = KEY, digest: str = "sha256") -> str:
    signing_input = f"{encoded(header)}.{encoded(body)}"
    signature = hmac.new(key.encode(), signing_input.encode(), digest).digest()
    return f"{signing_input}.{encoded(signature)}"


def good_header(key: str = KEY) -> dict[str, Any]:
    kid = hashlib.sha256(b"kid" + key.encode()).hexdigest()[:8]
    return {"alg": "HS256", "typ": "at+jwt", "kid": kid}


def good_body(rng: random.Random, now: int) -> dict[str, Any]:
    issued = now - rng.randrange(0, 500)
    body: dict[str, Any] = {"iss": "gongwei", "aud": "gongwei-api"}
    body |= {name: some_uuid(rng) for name in ("sub", "sid", "jti")}
    body |= {"iat": issued, "nbf": issued, "exp": issued + rng.randrange(600, 901)}
    for name in ("assignment_id", "client_id"):
        if rng.random() < 0.5:
            body[name] = some_uuid(rng)
    return body


def some_uuid(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def dumped(members: dict[str, Any]) -> bytes:
    return json.dumps(members).encode("utf-8")


def good_token(rng: random.Random, now: int) -> str:
    return signed(dumped(good_header()), dumped(good_body(rng, now)))


def harmless(rng: random.Random, now: int) -> str:
    """Another key of ours, another order, other blanks, escapes: the same statement."""
    key = rng.choice([KEY, OLD_KEY])
    header, body = list(good_header(key).items()), list(good_body(rng, now).items())
    rng.shuffle(header)
    rng.shuffle(body)
    text = json.dumps(dict(body), indent=rng.choice([None, 0, 1]))
    text = text.replace("gongwei", rng.choice(["gongwei", "gongw\\u0065i", "\\u0067ongwei"]))
    blank = rng.choice(["", " ", "\n", "\t "])
    return signed(dumped(dict(header)), f"{blank}{text}{blank}".encode(), key)


def header_value(rng: random.Random, now: int) -> str:
    names = ["none", "hs256", "HS384", "RS256", "JWT", "at+JWT", "application/at+jwt", "00000000"]
    header = good_header() | {rng.choice(["alg", "typ", "kid"]): rng.choice([*ODD_VALUES, *names])}
    return signed(dumped(header), dumped(good_body(rng, now)))


def names_missing(rng: random.Random, now: int) -> str:
    header, body = good_header(), good_body(rng, now)
    members = rng.choice([header, body])
    for name in rng.sample(sorted(members), rng.randrange(1, 3)):
        del members[name]
    return signed(dumped(header), dumped(body))


def header_added(rng: random.Random, now: int) -> str:
    name = rng.choice(["crit", "jku", "jwk", "x5u", "x5c", "x5t", "zip", "b64", "cty", "enc", "x"])
    values = [*ODD_VALUES, ["b64"], ["exp"], "DEF", "https://example.org/keys", {"kty": "oct"}]
    header = good_header() | {name: rng.choice(values)}
    return signed(dumped(header), dumped(good_body(rng, now)))


def claim_type(rng: random.Random, now: int) -> str:
    body = good_body(rng, now)
    name = rng.choice(sorted(body))
    body[name] = rng.choice([*ODD_VALUES, str(body[name]), [body[name]], {"": body[name]}])
    return signed(dumped(good_header()), dumped(body))


def claim_time(rng: random.Random, now: int) -> str:
    body = good_body(rng, now)
    name = rng.choice(["iat", "nbf", "exp"])
    shift = rng.choice([60, 300, 600, 900, 901, 3600, 10**9, 10**30])
    body[name] = rng.choice([now - shift, now + shift, float(now + shift), str(now + shift)])
    return signed(dumped(good_header()), dumped(body))


def claim_text(rng: random.Random, now: int) -> str:
    body = good_body(rng, now)
    name = rng.choice([name for name in body if isinstance(body[name], str)])
    text = str(body[name])
    alterations = [text.upper(), text + " ", text[:-1], text[::-1], text + "\n", text * 2, "\ud800"]
    body[name] = rng.choice([*alterations, text.replace("-", ""), "{" + text + "}"])
    return signed(dumped(good_header()), dumped(body))


def names_twice_or_added(rng: random.Random, now: int) -> str:
    header, body = dumped(good_header()), dumped(good_body(rng, now))
    if rng.random() < 0.3:
        name = rng.choice(["alg", "typ", "kid", "\\u0061lg"])
        return signed(header[:-1] + f', "{name}": "HS256"}}'.encode(), body)
    name = rng.choice(["sub", "exp", "iat", "\\u0065xp", "scope", "admin", "__proto__"])
    value = rng.choice([str(now + 600), f'"{some_uuid(rng)}"', "true", "{}"])
    return signed(header, body[:-1] + f', "{name}": {value}}}'.encode())


def segments(rng: random.Random, now: int) -> str:
    first, second, third = good_token(rng, now).split(".")
    other = good_token(rng, now).split(".")
    cut = rng.randrange(len(second))
    forms = [
        [first, second], [second, third], [first], [third], [second], [], ["", "", ""],
        ["", second, third], [first, "", third], [first, second, ""], ["", first, second, third],
        [first, second, third, ""], [first, second, third, third], [first, "", second, third],
        [second, first, third], [third, second, first], [first, third, second],
        [first, second[:cut], third], [first[: cut % 40], second, third],
        [first, second, third[:9]], [first, other[1], third], [first, second, other[2]],
        [first, second[::-1], third], ["x" * 5000], [first, "A" * 5000, third], ["x"] * 2000,
    ]  # fmt: skip
    return ".".join(rng.choice(forms))


def encodings(rng: random.Random, now: int) -> str:
    parts = good_token(rng, now).split(".")
    at = rng.randrange(3)
    part = parts[at]
    where = rng.randrange(len(part) + 1)
    last = ALPHABET.index(part[-1])
    noise = rng.choice([" ", "\n", "\r", "\t", "=", "!", "%2E", "\x00", "é", "\ud800", "\u200b"])
    forms = [
        part + "=" * (-len(part) % 4 or 4), part + "=", part[:-1] + ALPHABET[last ^ 1],
        part.replace("-", "+").replace("_", "/") + ("=" if at == 2 else ""),
        part[:where] + noise + part[where:],
        "".join(chr(ord(character) + 0xFEE0) for character in part),
    ]  # fmt: skip
    parts[at] = rng.choice(forms)
    return ".".join(parts)


def algorithms(rng: random.Random, now: int) -> str:
    """Truly signed by the algorithm that the header names, or by none."""
    name, digest = rng.choice(
        [("HS384", "sha384"), ("HS512", "sha512"), ("none", ""), ("None", ""), ("RS256", "sha256"),
         ("ES256", "sha256"), ("HS256", "sha512"), ("HS256", "sha1"), ("HS256", "")]
    )  # fmt: skip
    header, body = dumped(good_header() | {"alg": name}), dumped(good_body(rng, now))
    if digest:
        return signed(header, body, digest=digest)
    return f"{encoded(header)}.{encoded(body)}."


def signatures(rng: random.Random, now: int) -> str:
    header, body, signature = good_token(rng, now).split(".")
    raw = base64.urlsafe_b64decode(signature + "=")
    flipped = bytearray(raw)
    flipped[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    stranger = rng.choice([OLD_KEY, "a-key-that-nobody-here-has-ever-known", KEY[:-1], KEY + "\n"])
    forms = [
        f"{header}.{body}.{encoded(bytes(flipped))}",
        f"{header}.{body}.{encoded(raw[: rng.randrange(1, len(raw))])}",
        f"{header}.{body}.{encoded(raw + rng.randbytes(rng.randrange(1, 40)))}",
        f"{header}.{encoded(dumped(good_body(rng, now)))}.{signature}",
        signed(dumped(good_header()), dumped(good_body(rng, now)), stranger),
    ]
    return rng.choice(forms)


def json_forms(rng: random.Random, now: int) -> str:
    header, body = dumped(good_header()), dumped(good_body(rng, now))
    depth = rng.choice([20, 60, 400, 1400])
    forms = [
        body.decode().encode("utf-16"), body.decode().encode("utf-32-le"), b"\xef\xbb\xbf" + body,
        body + rng.choice([b"{}", b",", b"\x00", b" null", b"//"]), body.replace(b'"', b"'"),
        body[:-1] + b',"x":NaN}', body[:-1] + b',"x":"\xff"}', b"[" + body + b"]",
        body[:-1] + b',"x":' + b"[" * depth + b"]" * depth + b"}", b"[" * depth + b"]" * depth,
        rng.choice([b"null", b"true", b"7", b'"text"', b"[]", b"{}"]),
    ]  # fmt: skip
    form = rng.choice(forms)
    if rng.random() < 0.2:
        return signed(rng.choice([b"[" * 90 + b"]" * 90, b"[]", b"{}", b"null", form]), body)
    return signed(header, form)


def noise(rng: random.Random, now: int) -> str:
    text = list(good_token(rng, now))
    for _ in range(rng.choice([1, 1, 2, 8])):
        text[rng.randrange(len(text))] = rng.choice("ABCxyz0189-_.=+/ {\x7f")
    return "".join(text)


MUTATIONS: list[Mutation] = [
    harmless, header_value, names_missing, header_added, claim_type, claim_time, claim_text,
    names_twice_or_added, segments, encodings, algorithms, signatures, json_forms, noise,
]  # fmt: skip


def we_read(text: str, now: int) -> bool:
    """Anything but TokenRefused is a fault of ours and fails the test."""
    try:
        tokens.read(KEYS, text, now)
    except TokenRefused:
        return False
    return True


def pyjwt_reads(text: str) -> bool:
    options: Any = {"require": REQUIRED, "strict_aud": True, "enforce_minimum_key_length": True}
    try:
        key = KEYS.keys[pyjwt.get_unverified_header(text)["kid"]]
        reader = pyjwt.PyJWT(options)
        expected: Any = {"audience": "gongwei-api", "issuer": "gongwei", "leeway": LEEWAY}
        reader.decode(text, key, algorithms=["HS256"], **expected)
    except Exception:
        return False
    return True


def joserfc_reader(now: int) -> Callable[[str], bool]:
    keys = KeySet([OctKey.import_key(secret, {"kid": kid}) for kid, secret in KEYS.keys.items()])
    required: dict[str, Any] = {name: {"essential": True} for name in REQUIRED}
    required["iss"]["value"], required["aud"]["value"] = "gongwei", "gongwei-api"
    registry = joserfc_jwt.JWTClaimsRegistry(now=now, leeway=LEEWAY, **required)

    def reads(text: str) -> bool:
        try:
            registry.validate(joserfc_jwt.decode(text, keys, algorithms=["HS256"]).claims)
        except Exception:
            return False
        return True

    return reads


def test_whatever_another_reader_refuses_we_refuse() -> None:
    rng = random.Random(SEED)
    now = int(time.time())
    joserfc_reads = joserfc_reader(now)
    made, read_by_all, read_by_others_alone = Counter[str](), Counter[str](), Counter[str]()
    disputed: list[tuple[str, str]] = []
    for number in range(COUNT):
        mutation = MUTATIONS[number % len(MUTATIONS)]
        text = mutation(rng, now)
        ours, others = we_read(text, now), (joserfc_reads(text), pyjwt_reads(text))
        made[mutation.__name__] += 1
        if ours and not all(others):
            disputed.append((mutation.__name__, text))
        read_by_all[mutation.__name__] += ours and all(others)
        read_by_others_alone[mutation.__name__] += not ours and any(others)

    assert disputed == []
    assert {name: made[name] >= COUNT // len(MUTATIONS) for name in made} == {
        mutation.__name__: True for mutation in MUTATIONS
    }
    # The comparison means something only while all three read good tokens, every one of them ...
    assert read_by_all["harmless"] == made["harmless"]
    # ... and while the altered ones are not all so broken that any reader would refuse them.
    assert read_by_others_alone.total() > COUNT // 20
    assert {name for name in made if read_by_others_alone[name]} >= {
        "header_value", "names_missing", "claim_type", "claim_time", "names_twice_or_added",
    }  # fmt: skip
