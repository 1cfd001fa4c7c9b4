// An update from its maker's folder to a desk that believes it, or does not.
#include <sys/stat.h>

#include "tests/ctl/update_machine.h"

namespace desk::ctl::update {
namespace {

using namespace test;
using ctl::test::json;
using ctl::test::text_at;
using ctl::test::whole_at;

TEST(UpdateFolder, SignedIsBelievedAndToldWithItsSizes) {
  Machine machine;
  const auto made = machine.call({"sign", machine.stick, "--key", machine.key, "--serial", "202701020304"});
  ASSERT_EQ(made.exit_code, kAnswered) << made.err;
  const auto checked = machine.call({"check", machine.stick});
  ASSERT_EQ(checked.exit_code, kAnswered) << checked.err;
  EXPECT_EQ(whole_at(json(checked.out), "serial"), 202701020304);
  EXPECT_EQ(text_at(json(checked.out), "created"), "2026-12-01");
  EXPECT_EQ(whole_at(json(checked.out), "files"), 4);
  EXPECT_EQ(whole_at(json(checked.out), "bytes"), (1 << 20) + 17 + 5000 + 3000 + 3100);
}

TEST(UpdateFolder, WithoutASerialIsNumberedByTheMinute) {
  Machine machine;
  const auto made = machine.call({"sign", machine.stick, "--key", machine.key});
  ASSERT_EQ(made.exit_code, kAnswered) << made.err;
  EXPECT_EQ(whole_at(json(made.out), "serial"), 202612010930);
}

TEST(UpdateFolder, OfOtherFilesIsNotSigned) {
  const auto sign = [](const Machine& machine) { return machine.call({"sign", machine.stick, "--key", machine.key}); };
  {
    Machine machine;
    fs::remove(machine.stick + "/root.verity");
    expect_refused(sign(machine), "SC-722", "root.verity: is missing");
  }
  {
    Machine machine;
    put(machine.stick + "/notes.txt", "x");
    expect_refused(sign(machine), "SC-722", "notes.txt: does not belong to an update");
  }
  {
    Machine machine;
    fs::rename(machine.stick + "/desk-a.efi", machine.at("elsewhere.efi"));
    fs::create_symlink(machine.at("elsewhere.efi"), machine.stick + "/desk-a.efi");
    expect_refused(sign(machine), "SC-722", "desk-a.efi: a link");
  }
}

TEST(UpdateFolder, KeysComeFromFilesOfTheRightKindOnly) {
  Machine machine;
  expect_refused(machine.call({"sign", machine.stick, "--key", machine.at("nowhere")}), "SC-724", "nowhere");
  ASSERT_EQ(chmod(machine.key.c_str(), 0644), 0);
  expect_refused(machine.call({"sign", machine.stick, "--key", machine.key}), "SC-724", "0600");
  expect_refused(machine.call({"check", machine.stick, "--public_key", machine.at("nowhere")}), "SC-724", "nowhere");
  fs::remove(machine.appliance.keys + "/first.pub");
  expect_refused(machine.call({"check", machine.stick}), "SC-724", "holds no key");
  put(machine.appliance.keys + "/broken.pub", "not hex");
  expect_refused(machine.call({"check", machine.stick}), "SC-724", "broken.pub");
}

TEST(UpdateFolder, IsBelievedWhenAnyOfTheTrustedKeysSigned) {
  Machine machine;
  const auto second = catalog::make_keys(machine.at("second"));
  ASSERT_TRUE(second);
  put(machine.appliance.keys + "/a-newer.pub", second->hex() + "\n");
  EXPECT_EQ(machine.call({"check", machine.stick}).exit_code, kAnswered);
  EXPECT_EQ(machine.call({"check", machine.stick, "--public_key", machine.key + ".pub"}).exit_code, kAnswered);
  expect_refused(machine.call({"check", machine.stick, "--public_key", machine.at("second.pub")}), "SC-721", "none of the trusted keys");
}

struct Spoiling {
  const char* name;
  std::function<void(const Machine&)> spoil;
  const char* code;
  const char* reason;
};

const std::vector<Spoiling>& spoilings() {
  const auto flip = [](const std::string& file, std::size_t at) {
    std::string bytes = read(file);
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    put(file, bytes);
  };
  static const std::vector<Spoiling> all{
      {"one bit of the root", [flip](const Machine& m) { flip(m.stick + "/root.squashfs", (1 << 20) + 16); }, "SC-722", "root.squashfs: is not the file"},
      {"one bit of the other slot's kernel", [flip](const Machine& m) { flip(m.stick + "/desk-a.efi", 0); }, "SC-722", "desk-a.efi: is not the file"},
      {"a file cut short", [](const Machine& m) { fs::resize_file(m.stick + "/root.verity", 4999); }, "SC-722", "root.verity: is not the file"},
      {"a file that has grown", [](const Machine& m) { fs::resize_file(m.stick + "/desk-b.efi", 3101); }, "SC-722", "desk-b.efi: is not the file"},
      {"a file missing", [](const Machine& m) { fs::remove(m.stick + "/desk-b.efi"); }, "SC-722", "desk-b.efi: is missing"},
      {"a file more", [](const Machine& m) { put(m.stick + "/autorun.inf", "x"); }, "SC-722", "autorun.inf: does not belong"},
      {"a folder more", [](const Machine& m) { fs::create_directory(m.stick + "/EFI"); }, "SC-722", "EFI: does not belong"},
      {"a link for a file",
       [](const Machine& m) {
         fs::rename(m.stick + "/root.squashfs", m.at("away"));
         fs::create_symlink(m.at("away"), m.stick + "/root.squashfs");
       },
       "SC-722", "root.squashfs: a link"},
      {"a pipe for a file",
       [](const Machine& m) {
         fs::remove(m.stick + "/root.squashfs");
         EXPECT_EQ(mkfifo((m.stick + "/root.squashfs").c_str(), 0600), 0);
       },
       "SC-722", "root.squashfs: a pipe"},
      {"no manifest", [](const Machine& m) { fs::remove(m.stick + "/manifest.toml"); }, "SC-721", "was never signed"},
      {"no signature", [](const Machine& m) { fs::remove(m.stick + "/manifest.sig"); }, "SC-721", "was never signed"},
      {"a manifest changed", [](const Machine& m) { put(m.stick + "/manifest.toml", read(m.stick + "/manifest.toml") + "\n"); }, "SC-721", "or the manifest was changed"},
      {"a signature that is none", [](const Machine& m) { put(m.stick + "/manifest.sig", "trust me"); }, "SC-721", "is no signature"},
      {"a signature by a stranger",
       [](const Machine& m) {
         EXPECT_TRUE(catalog::make_keys(m.at("stranger")));
         EXPECT_EQ(m.call({"sign", m.stick, "--key", m.at("stranger")}).exit_code, kAnswered);
       },
       "SC-721", "none of the trusted keys"},
      {"a catalogue by the right key",
       [](const Machine& m) {
         const auto secret = signing_key(m.key);
         const std::string text = "format = 1\nserial = 1\ncreated = 2026-12-01\n[[file]]\npath = \"desk-a.efi\"\nbytes = 3000\nblake2b = \"" +
                                  crypto::content_hash_hex(read(m.stick + "/desk-a.efi")) + "\"\n";
         put(m.stick + "/manifest.toml", text);
         put(m.stick + "/manifest.sig", to_hex(crypto::sign(*secret, text)));
       },
       "SC-722", "does not name the four files"},
  };
  return all;
}

TEST(UpdateFolder, SpoiledInAnyWayIsRefusedAndTouchesNothing) {
  for (const Spoiling& row : spoilings()) {
    SCOPED_TRACE(row.name);
    Machine machine;
    row.spoil(machine);
    const auto slots = picture_of(machine.appliance.partitions), esp = picture_of(machine.appliance.esp);
    expect_refused(machine.call({"check", machine.stick}), row.code, row.reason);
    expect_refused(machine.write(), row.code, row.reason);
    EXPECT_EQ(picture_of(machine.appliance.partitions), slots);
    EXPECT_EQ(picture_of(machine.appliance.esp), esp);
  }
}

}  // namespace
}  // namespace desk::ctl::update
