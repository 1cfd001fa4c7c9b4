// Code issue and check, durable, over the socket as the kiosk asks, beside what the same disk does: two SQLite transactions committed
// with synchronous=FULL, of one row each (design 8: at least 80 %). The two take turns, because a shared disk drifts.
//   auth_bench [DIRECTORY] [ROUNDS]      one JSON line
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "data/base/clock.h"
#include "tests/auth/harness.h"

namespace desk::auth {
namespace {

double seconds_of(const Clock& clock, const std::function<void()>& work) {
  const SteadyTime begun = clock.steady();
  work();
  return static_cast<double>((clock.steady() - begun).count()) / 1e6;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int run(int rounds) {
  const SystemClock clock;
  CodeRules rules;
  rules.site_cap = 1'000'000;
  ServiceUnderTest service(rules);
  auto client = make_auth_client(service.socket(), service.secret_file());
  auto peer = SqliteDatabase::open(service.folder.file("peer.db"));
  if (!client || !peer || !peer->run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)")) return 1;
  constexpr int kBatch = 20;
  std::vector<double> ours, theirs, direct;
  int number = 0;
  bool good = true;
  for (int round = 0; round < rounds; ++round) {
    theirs.push_back(seconds_of(clock, [&] {
      for (int i = 0; i < 2 * kBatch; ++i) {
        good = good && peer->transaction([&] { return peer->prepare("INSERT INTO t (a) VALUES (?)").bind(1, "a row of about the same size as one of ours").run(); });
      }
    }));
    ours.push_back(seconds_of(clock, [&] {
      for (int i = 0; i < kBatch; ++i) {
        const auto challenge = (*client)->start_verification(phone("090" + std::to_string(10'000'000 + number++)), Purpose::Visit, text::Language::Japanese);
        const auto answer = challenge ? (*client)->check(challenge->sid, Secret(service.gateway.last().code())) : Result<CodeAnswer, Refusal>(CodeAnswer{});
        good = good && answer && answer->verdict == CodeAnswer::Verdict::Approved;
      }
    }));
    direct.push_back(seconds_of(clock, [&] {
      for (int i = 0; i < kBatch; ++i) {
        const auto view = service.desk->start(phone("080" + std::to_string(10'000'000 + number++)), Purpose::Visit, text::Language::Japanese);
        good = good && view && service.desk->check(view->sid, Secret(service.gateway.last().code()));
      }
    }));
  }
  if (!good) return 1;
  const double pair = median(theirs) / kBatch;
  std::printf("{\"issue_and_check_ms\":%.3f,\"without_http_ms\":%.3f,\"two_commits_ms\":%.3f,\"ratio\":%.2f,\"ratio_without_http\":%.2f}\n",
              median(ours) / kBatch * 1e3, median(direct) / kBatch * 1e3, pair * 1e3, pair / (median(ours) / kBatch),
              pair / (median(direct) / kBatch));
  return 0;
}

}  // namespace
}  // namespace desk::auth

int main(int count, char** values) {
  if (count > 1) setenv("DESK_TEST_DIRECTORY", values[1], 1);
  return desk::auth::run(count > 2 ? std::atoi(values[2]) : 15);
}
