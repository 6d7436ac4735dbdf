/* SPDX-License-Identifier: MIT */
/* Digests against published vectors. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

/* SHA-256 of `n` bytes, fed in pieces of `step`, as hex. */
static void
sha256(const char *bytes, size_t n, size_t step, char hex[65])
{
    struct hash *h = hash_new();
    for (size_t i = 0; i < n; i += step)
        hash_add(h, bytes + i, n - i < step ? n - i : step);
    uint8_t digest[HASH_BYTES];
    hash_end(h, digest);
    for (int i = 0; i < HASH_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

/* NIST's examples for FIPS 180-4. */
static void
sha256_of_known_texts(void **state)
{
    (void)state;
    char hex[65];
    sha256("", 0, 1, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb924"
                             "27ae41e4649b934ca495991b7852b855");
    sha256("abc", 3, 3, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
                             "b00361a396177a9cb410ff61f20015ad");
    sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56, 56,
           hex);
    assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039"
                             "a33ce45964ff2167f6ecedd419db06c1");
}

static void
sha256_does_not_depend_on_the_pieces(void **state)
{
    (void)state;
    static char million[1000000];
    memset(million, 'a', sizeof million);
    char hex[65];
    for (size_t step = 1; step <= sizeof million; step *= 1000) {
        sha256(million, sizeof million, step, hex);
        assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67"
                                 "f1809a48a497200e046d39ccc7112cd0");
    }
}

/* Python's uuid.uuid5(uuid.NAMESPACE_URL, …) gives the same. */
static void
uuid_of_a_name(void **state)
{
    (void)state;
    char uuid[37];
    hash_uuid("http://www.example.com/", uuid);
    assert_string_equal(uuid, "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
    hash_uuid("", uuid);
    assert_string_equal(uuid, "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
}

/* The check value that catalogues of CRCs give. */
static void
crc32_of_a_known_text(void **state)
{
    (void)state;
    assert_int_equal(hash_crc32("123456789", 9), 0xCBF43926);
    assert_int_equal(hash_crc32("", 0), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_of_known_texts),
        cmocka_unit_test(sha256_does_not_depend_on_the_pieces),
        cmocka_unit_test(uuid_of_a_name),
        cmocka_unit_test(crc32_of_a_known_text),
    };
    return RUN_TESTS(tests);
}
