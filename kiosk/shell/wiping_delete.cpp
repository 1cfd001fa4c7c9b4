// What desk-kiosk frees may have been a person's words (design 4.6): it is overwritten first. The sanitizers bring their own allocator.
#include <malloc.h>

#include <cstddef>
#include <cstdlib>

#include "data/base/secret.h"

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
void operator delete(void* memory) noexcept {
  if (memory != nullptr) desk::wipe(memory, malloc_usable_size(memory));
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }
#endif
