"""The recovery code: 128 bits as a person can write them down and read them back. 28 signs in seven groups of four.

Crockford's base 32, without the letters that look like numbers; the last 12 bits notice a slip of the pen.
"""

from hashlib import sha256

from kindlight.errors import WrongRecoveryCode

BYTES = 16
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS = 28
GROUP = 4
CHECK_BITS = 12
FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def write(secret: bytes) -> str:
    """The code of a secret.

    >>> write(bytes(16))
    '0000-0000-0000-0000-0000-0000-00VM'
    """
    number = int.from_bytes(secret) << CHECK_BITS | _check(secret)
    signs = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(SIGNS)))
    return "-".join(signs[start : start + GROUP] for start in range(0, SIGNS, GROUP))


def read(code: str) -> bytes:
    """The secret of a code, however it was typed; refuses one with a slip in it."""
    signs = "".join(code.upper().split()).translate(FORGIVEN)
    if len(signs) != SIGNS or not set(signs) <= set(ALPHABET):
        raise WrongRecoveryCode
    number = 0
    for sign in signs:
        number = number << 5 | ALPHABET.index(sign)
    return _checked(number)


def fits(code: str) -> bool:
    """Whether this is written like a recovery code, without a slip."""
    try:
        return len(read(code)) == BYTES
    except WrongRecoveryCode:
        return False


def _checked(number: int) -> bytes:
    secret = (number >> CHECK_BITS).to_bytes(BYTES)
    if number & (1 << CHECK_BITS) - 1 != _check(secret):
        raise WrongRecoveryCode
    return secret


def _check(secret: bytes) -> int:
    return int.from_bytes(sha256(secret).digest()[:2]) >> 16 - CHECK_BITS
