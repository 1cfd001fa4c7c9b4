// The program itself: its ready line, its demonstration, its end by signal and with its parent, and what it refuses to start with.
#include "auth/roles.h"
#include "tests/auth/child.h"
#include "tests/auth/harness.h"

#include "tests/places.h"

namespace desk::auth {
namespace {

const std::string kProgram = build_tree() + "/bin/desk-auth";

TEST(DeskAuth, ServesADemonstrationWithTheDrawnPhoneAndEndsCleanly) {
  const Folder folder;
  Child program({kProgram, "--demonstration", folder.path()});
  const auto ready = parse_json(program.line(), "ready line");
  ASSERT_TRUE(ready);
  EXPECT_TRUE(*ready->find("ready")->boolean());
  EXPECT_EQ(*ready->find("role")->string(), "core");
  EXPECT_EQ(*ready->find("gateway")->string(), "console");

  auto client = make_auth_client(folder.file("core.sock"), folder.file("core.secret"));
  ASSERT_TRUE(client);
  EXPECT_TRUE((*client)->health()->demonstration);
  const auto challenge = (*client)->start_verification(phone(), Purpose::Visit, text::Language::Japanese);
  ASSERT_TRUE(challenge);
  const auto shown = (*client)->demo_messages();
  ASSERT_TRUE(shown);
  ASSERT_EQ(shown->size(), 1U);
  const auto answer = (*client)->check(challenge->sid, Secret(digits_in((*shown)[0].text)));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->verdict, CodeAnswer::Verdict::Approved);
  const auto pin = (*client)->check_staff_pin(Secret(kDemonstrationPins[0]));
  ASSERT_TRUE(pin);
  EXPECT_EQ(pin->kind, PinVerdict::Kind::Right);

  program.signal(SIGTERM);
  EXPECT_EQ(program.wait(), 0);
  EXPECT_FALSE(std::filesystem::exists(folder.file("core.sock")));
}

TEST(DeskAuth, TheWindowSurvivesThatTheProgramIsKilled) {
  const Folder folder;
  {
    Child program({kProgram, "--demonstration", folder.path()});
    ASSERT_NE(program.line(), "");
    auto client = make_auth_client(folder.file("core.sock"), folder.file("core.secret"));
    ASSERT_TRUE((*client)->start_verification(phone(), Purpose::Visit, text::Language::Japanese));
    program.signal(SIGKILL);
    EXPECT_EQ(program.wait(), std::nullopt);
  }
  Child again({kProgram, "--demonstration", folder.path()});
  ASSERT_NE(again.line(), "") << "the stale socket is replaced";
  auto client = make_auth_client(folder.file("core.sock"), folder.file("core.secret"));
  const auto early = (*client)->start_verification(phone(), Purpose::Visit, text::Language::Japanese);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().kind, RefusalKind::TooEarly);
}

TEST(DeskAuth, EndsWithItsParentInDemonstration) {
  const Folder folder;
  Child shell({"sh", "-c", kProgram + " --demonstration '" + folder.path() + "' & wait"});
  ASSERT_NE(shell.line(), "");
  shell.signal(SIGKILL);
  // Both hold the pipe: it closes when the program has ended too.
  EXPECT_EQ(shell.wait(), std::nullopt);
  EXPECT_FALSE(std::filesystem::exists(folder.file("core.sock")));
}

std::string config_text(const Folder& folder, const std::string& gateway) {
  return "[site]\nname = \"高崎商工会議所\"\n[store]\ndirectory = \"" + folder.path() + "\"\nsite_key_file = \"x\"\n[auth]\nsocket = \"" +
         folder.file("s") + "\"\nsecret_file = \"" + folder.file("secret") + "\"\ndirectory = \"" + folder.path() +
         "\"\ncode_key_file = \"" + folder.file("code.key") + "\"\n[gateway]\n" + gateway +
         "[printer]\ntarget = \"tcp:localhost:9100\"\n[catalog]\ndirectory = \"x\"\n";
}

constexpr const char* kHttp = "kind = \"http\"\nurl = \"http://127.0.0.1:9/\"\nfields = { to = \"{to}\", text = \"{text}\" }\n";

struct Start {
  std::optional<int> status;
  std::string first_line;
};
Start start_with(const Folder& folder, const std::string& gateway) {
  std::ofstream(folder.file("secret")) << "desk:x\n";
  chmod(folder.file("secret").c_str(), 0600);
  std::ofstream(folder.file("desk.toml")) << config_text(folder, gateway);
  Child program({"sh", "-c", "exec " + kProgram + " --config '" + folder.file("desk.toml") + "' 2>&1"});
  const std::string line = program.line();
  program.signal(SIGTERM);
  return {program.wait(), line};
}

TEST(DeskAuth, AConfiguredDeskHasNoConsoleAndNoShownMessages) {
  const Folder folder;
  const Start refused = start_with(folder, "kind = \"console\"\n");
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.first_line.find("gateway.kind"), std::string::npos) << refused.first_line;
  EXPECT_NE(refused.first_line.find("SC-101"), std::string::npos) << refused.first_line;
  const Start started = start_with(folder, kHttp);
  EXPECT_EQ(started.status, 0);
  EXPECT_NE(started.first_line.find("\"ready\":true"), std::string::npos) << started.first_line;
}

TEST(DeskAuth, ALostCodeKeyIsAnErrorNotANewKey) {
  const Folder folder;
  ASSERT_EQ(start_with(folder, kHttp).status, 0);
  std::filesystem::remove(folder.file("code.key"));
  const Start refused = start_with(folder, kHttp);
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.first_line.find("SC-504"), std::string::npos) << refused.first_line;
}

TEST(DeskAuth, BadFlagsAndBadConfigurationAreBadInput) {
  Child flag({"sh", "-c", "exec " + kProgram + " --nonsense 2>&1"});
  EXPECT_NE(flag.line().find("--nonsense"), std::string::npos);
  EXPECT_EQ(flag.wait(), 2);
  const Folder folder;
  const Start misspelt = start_with(folder, std::string(kHttp) + "acepted_body = \"x\"\n");
  EXPECT_EQ(misspelt.status, 2);
  EXPECT_NE(misspelt.first_line.find("acepted_body"), std::string::npos) << misspelt.first_line;
}

}  // namespace
}  // namespace desk::auth
