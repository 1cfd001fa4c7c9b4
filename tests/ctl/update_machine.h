// An appliance made of folders and plain files: it runs slot a, and an update lies on a stick.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "kiosk/ctl/update/image_folder.h"
#include "kiosk/ctl/update/keys.h"
#include "kiosk/ctl/update/slot_writer.h"
#include "kiosk/ctl/update/slots.h"
#include "tests/catalog/release_folder.h"
#include "tests/ctl/calling.h"

namespace desk::ctl::update::test {

namespace fs = std::filesystem;
using catalog::test::picture_of;
using catalog::test::read;

inline constexpr std::int64_t kRunning = 202611010000;
inline constexpr std::int64_t kNewer = 202612010930;
inline constexpr std::size_t kTwoParts = (1 << 20) + 17;  // of what is read at once
inline constexpr std::size_t kPartition = 1'500'000;

inline void put(const std::string& file, const std::string& bytes) {
  fs::create_directories(fs::path(file).parent_path());
  catalog::test::write(file, bytes);
}

// Bytes that are nobody else's.
inline std::string bytes_from(unsigned seed, std::size_t count) {
  std::string out(count, '\0');
  for (char& byte : out) byte = static_cast<char>((seed = seed * 1664525 + 1013904223) >> 24);
  return out;
}

class Machine {
 public:
  explicit Machine(std::size_t root_bytes = kTwoParts, std::size_t partition_bytes = kPartition) {
    appliance.partitions = folder_.at("by-partlabel");
    appliance.esp = folder_.at("efi");
    appliance.command_line = folder_.at("cmdline");
    appliance.keys = folder_.at("update-keys");
    appliance.serial_file = folder_.at("image-serial");
    unsigned seed = 7;
    for (const char* name : {"root-a", "root-a-verity", "root-b", "root-b-verity"}) put(partition(name), bytes_from(++seed, partition_bytes));
    put(entry("desk-a+2-1.efi"), "the running kernel");
    put(appliance.command_line, "quiet desk.slot=a ro\n");
    put(appliance.serial_file, std::to_string(kRunning) + "\n");
    const auto open = catalog::make_keys(key);
    EXPECT_TRUE(open);
    put(appliance.keys + "/first.pub", open->hex() + "\n");
    put(stick + "/root.squashfs", bytes_from(100, root_bytes));
    put(stick + "/root.verity", bytes_from(101, 5000));
    put(stick + "/desk-a.efi", bytes_from(102, 3000));
    put(stick + "/desk-b.efi", bytes_from(103, 3100));
    sign(kNewer);
  }
  [[nodiscard]] std::string partition(const std::string& name) const { return appliance.partitions + "/" + name; }
  [[nodiscard]] std::string entry(const std::string& name) const { return appliance.boot_folder() + "/" + name; }
  [[nodiscard]] std::string at(const std::string& below) const { return folder_.at(below); }
  void sign(std::int64_t serial) {
    const auto secret = signing_key(key);
    ASSERT_TRUE(secret);
    const auto manifest = sign_image(stick, *secret, serial, make_date(2026, 12, 1), [](const std::string&) {});
    ASSERT_TRUE(manifest) << manifest.error().message();
  }
  // As the operator calls it.
  [[nodiscard]] ctl::test::Outcome call(std::vector<std::string> words) const {
    words.insert(words.begin(), "update");
    words.push_back("--json");
    Registry registry;
    add_update_verbs(registry, appliance);
    const FakeClock clock(from_jst({make_date(2026, 12, 1), 9 * 60 + 30}));
    std::istringstream in;
    std::ostringstream out, err;
    const int exit_code = run_program(words, registry, {clock, "", in, out, err});
    return {exit_code, out.str(), err.str()};
  }
  [[nodiscard]] ctl::test::Outcome write() const { return call({"write", stick}); }
  [[nodiscard]] std::vector<std::string> entries() const {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : picture_of(appliance.boot_folder())) names.push_back(name);
    return names;
  }
  // What boots from slot b: the front of its partitions and its entry, the update's own bytes.
  [[nodiscard]] bool holds_the_update() const {
    const auto begins = [&](const std::string& name, const std::string& file) {
      return read(partition(name)).starts_with(read(stick + "/" + file));
    };
    return begins("root-b", "root.squashfs") && begins("root-b-verity", "root.verity");
  }

 private:
  catalog::test::TemporaryFolder folder_;

 public:
  Appliance appliance;
  std::string stick = folder_.at("stick/desk-update"), key = folder_.at("update.key");
};

inline void expect_refused(const ctl::test::Outcome& outcome, const std::string& code, const std::string& reason) {
  EXPECT_EQ(outcome.exit_code, kCouldNot) << reason;
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find(code), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find(reason), std::string::npos) << outcome.err;
}

}  // namespace desk::ctl::update::test
