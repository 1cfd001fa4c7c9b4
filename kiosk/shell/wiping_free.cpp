// What desk-kiosk frees may have been a person's words (design 4.6): it is overwritten first, whoever frees it. Text engine, curl and SQLite
// keep copies of their own on the heap; an issued code was found in six places after a visit (tests/shell/real_input/wipe.py) while only
// operator delete did this. The sanitizers bring their own allocator.
//
// glibc allows a program to define free() and realloc() (its manual, "Replacing malloc") and keeps its own under __libc_…; all libraries
// find these first, because the executable's names come before theirs.
#include <malloc.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

#include "data/base/secret.h"

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
extern "C" {

void __libc_free(void* memory);
void* __libc_malloc(std::size_t size);

__attribute__((visibility("default"))) void free(void* memory) noexcept {
  if (memory == nullptr) return;
  const int error = errno;  // free() must leave it alone
  desk::wipe(memory, malloc_usable_size(memory));
  __libc_free(memory);
  errno = error;
}

// glibc's own moves a block and frees the old one as it is.
__attribute__((visibility("default"))) void* realloc(void* memory, std::size_t size) noexcept {
  if (memory == nullptr) return __libc_malloc(size);
  if (size == 0) {
    free(memory);
    return nullptr;
  }
  const std::size_t room = malloc_usable_size(memory);
  if (size <= room && size >= room / 2) {
    desk::wipe(static_cast<char*>(memory) + size, room - size);
    return memory;
  }
  void* moved = __libc_malloc(size);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, memory, size < room ? size : room);
  free(memory);
  return moved;
}

}  // extern "C"
#endif
