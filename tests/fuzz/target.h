// A fuzz target is the standard entry point, so that any engine (libFuzzer, AFL++) can drive it as well, and the inputs to begin with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Defined by each target. -1: not worth keeping.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace desk::fuzz {

// Defined by each target: real inputs, from the packs and the golden cases of the repository.
[[nodiscard]] std::vector<std::string> seeds();

// A folder for files, in memory where there is one; the driver removes it however the run ends.
[[nodiscard]] const std::string& scratch_folder();

// What a target holds to be true of every input: the driver reports the abort together with the input that led to it.
void require(bool holds, const char* what);

}  // namespace desk::fuzz
