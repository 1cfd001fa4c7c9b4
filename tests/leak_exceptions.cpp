// Part of every test program. Fontconfig 2.14 keeps a few hundred bytes of its configuration after its last user is gone (seen: 256 + 32 bytes, allocated inside
// libfontconfig by the typesetter's first string). The leak checker would take them for ours; everything else it finds still counts.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier): the sanitizer's own hook
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }
