// After the end of a visit the number that was typed is nowhere in the desk's writable memory (design 4.6), freed blocks, stacks and the
// libraries' buffers included. The number is kept here only in a disguise, so that the search does not find itself.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>

#include "data/base/crypto.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::Step;

constexpr unsigned char kDisguise = 0xA5;
constexpr std::size_t kBlock = std::size_t{1} << 20;

// Eleven digits, the first "0" left out of what is searched, so that +81 90… is found as well.
class HiddenNumber {
 public:
  HiddenNumber() {
    std::array<unsigned char, 11> random{};
    crypto::fill_random(random);
    for (std::size_t i = 0; i < digits_.size(); ++i) digits_[i] = disguise(static_cast<unsigned char>(random[i] % 10));
    digits_[0] = disguise(0);
    digits_[1] = disguise(9);
    digits_[2] = disguise(0);
    digits_[3] = disguise(static_cast<unsigned char>(1 + random[3] % 9));
  }
  void type(DeskVisit& visit) const {
    for (const unsigned char digit : digits_) visit.send(flow::Typed{static_cast<char>(digit ^ kDisguise)});
  }
  [[nodiscard]] bool at(const unsigned char* place) const {
    for (std::size_t i = 1; i < digits_.size(); ++i) {
      if ((place[i - 1] ^ kDisguise) != digits_[i]) return false;
    }
    return true;
  }
  static constexpr std::size_t kSearched = 10;

 private:
  static unsigned char disguise(unsigned char digit) { return static_cast<unsigned char>((digit + '0') ^ kDisguise); }
  std::array<unsigned char, 11> digits_{};
};

// Where the number lies in this process's own writable memory: "[heap] +0x1234 …", with what stands around it, digits of the number as #.
std::vector<std::string> places_of(const HiddenNumber& number) {
  std::vector<std::string> places;
  static unsigned char* block = static_cast<unsigned char*>(
      mmap(nullptr, kBlock + 64, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  const auto own = reinterpret_cast<std::uintptr_t>(block);
  const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  EXPECT_GE(memory, 0);
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t begin = 0, end = 0;
    char rights[5] = {};
    if (std::sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, rights) != 3 || rights[0] != 'r' || rights[1] != 'w') continue;
    const std::string name = line.substr(std::min(line.size(), line.find_last_of(' ') + 1));
    for (std::uintptr_t at = begin; at < end; at += kBlock) {
      // Adjacent anonymous mappings are shown as one, ours among them: its own pages are left out, and nothing else.
      const std::size_t wanted = std::min<std::size_t>(kBlock + HiddenNumber::kSearched, end - at);
      const ssize_t got = pread(memory, block, wanted, static_cast<off_t>(at));
      for (std::size_t i = 0; got > 0 && i + HiddenNumber::kSearched <= static_cast<std::size_t>(got); ++i) {
        const std::uintptr_t place = at + i;
        if (place + HiddenNumber::kSearched > own && place < own + kBlock + 64) continue;
        if (i >= kBlock || !number.at(block + i)) continue;
        std::ostringstream where;
        where << (name.empty() ? "anonymous" : name) << " +0x" << std::hex << (place - begin) << " \"";
        for (std::size_t k = i >= 48 ? i - 48 : 0; k < std::min<std::size_t>(i + 58, static_cast<std::size_t>(got)); ++k) {
          const bool hidden = k >= i && k < i + HiddenNumber::kSearched;
          where << (hidden ? '#' : block[k] >= 32 && block[k] < 127 ? static_cast<char>(block[k]) : '.');
        }
        places.push_back(where.str() + "\"");
      }
      std::fill_n(block, wanted, static_cast<unsigned char>(0));
    }
  }
  close(memory);
  return places;
}

void expect_nowhere(const HiddenNumber& number) {
  for (const std::string& place : places_of(number)) ADD_FAILURE() << "the number is still in " << place;
}

class WipedVisit : public testing::Test {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer's allocator keeps what was freed on purpose";
#endif
    visit_.scanned = {"registry"};
    ASSERT_TRUE(visit_.open()) << visit_.trouble();
    ASSERT_TRUE(visit_.start()) << visit_.trouble();
    ASSERT_TRUE(visit_.walk_to(Step::Phone)) << visit_.trouble();
    number_.type(visit_);
    // The search must be able to find it, or finding nothing later would mean nothing.
    ASSERT_FALSE(places_of(number_).empty());
  }
  Folder folder_;
  DeskVisit visit_{folder_.path()};
  HiddenNumber number_;
};

TEST_F(WipedVisit, AfterTheReceiptTheNumberIsNowhereInMemory) {
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  ASSERT_EQ(visit_.model().step, Step::Code);
  ASSERT_TRUE(visit_.walk_to(Step::Done)) << visit_.trouble();
  EXPECT_FALSE(places_of(number_).empty());
  visit_.press(Action::Next);
  visit_.flush();
  ASSERT_EQ(visit_.model().step, Step::Attract);
  expect_nowhere(number_);
}

TEST_F(WipedVisit, AfterGivingUpWhileTypingTheNumberIsNowhereInMemory) {
  ASSERT_TRUE(visit_.end_visit()) << visit_.trouble();
  expect_nowhere(number_);
}

TEST_F(WipedVisit, AfterGivingUpAtTheCodeTheNumberIsNowhereInMemory) {
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  ASSERT_EQ(visit_.model().step, Step::Code);
  ASSERT_TRUE(visit_.end_visit()) << visit_.trouble();
  expect_nowhere(number_);
}

}  // namespace
}  // namespace desk::shell::test
