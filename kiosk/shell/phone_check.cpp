#include "kiosk/shell/phone_check.h"

#include <regex>
#include <set>

#include "auth/http_client.h"

namespace desk::shell {
namespace {

Failure trouble(const std::string& reason) { return {StaffCode::PageUnreachable, "page", reason}; }

auth::HttpReply fetch(const std::string& method, const std::string& url, const std::string& cookie = {}) {
  auth::HttpCall call;
  call.method = method;
  call.url = url;
  call.max_reply = 80'000'000;
  if (!cookie.empty()) call.headers.emplace_back("Cookie", cookie);
  if (method == "POST") call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return auth::perform(call);
}

std::string header_of(const auth::HttpReply& reply, std::string_view wanted) {
  for (const auto& [name, value] : reply.headers) {
    std::string lower = name;
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (lower == wanted) return value;
  }
  return {};
}

}  // namespace

Result<PhoneFindings> read_as_phone(const std::string& address, const std::string& grant, const std::string& reception) {
  const auth::HttpReply checklist = fetch("GET", address);
  if (checklist.status != 200) return fail(trouble("the slip's address answers " + std::to_string(checklist.status) + " " + checklist.problem));
  if (checklist.body.find(reception) == std::string::npos) return fail(trouble("the checklist does not show the reception number"));
  PhoneFindings findings;
  if (grant.empty()) return findings;

  const std::string base = address.substr(0, address.find("/a/"));
  if (fetch("GET", grant).status != 200) return fail(trouble("the grant does not open"));
  const auth::HttpReply used = fetch("POST", grant);
  const std::string cookie = header_of(used, "set-cookie").substr(0, header_of(used, "set-cookie").find(';'));
  const std::string where = header_of(used, "location");
  if (cookie.empty() || where.empty()) return fail(trouble("the grant was not taken"));
  if (fetch("POST", grant).status != 404) return fail(trouble("the grant works twice"));
  const auth::HttpReply list = fetch("GET", base + where, cookie);
  if (list.status != 200) return fail(trouble("the list of files answers " + std::to_string(list.status)));
  static const std::regex link(R"re(href="(/a/[^"]*/pdf/[^"]*)")re");
  std::set<std::string> links;
  for (std::sregex_iterator it(list.body.begin(), list.body.end(), link), end; it != end; ++it) links.insert((*it)[1]);
  for (const std::string& path : links) {
    const auth::HttpReply pdf = fetch("GET", base + path, cookie);
    if (pdf.status != 200 || !pdf.body.starts_with("%PDF-")) return fail(trouble("a file is no PDF"));
    if (fetch("GET", base + path).status == 200) return fail(trouble("a file opens without the grant"));
    ++findings.files;
  }
  return findings;
}

}  // namespace desk::shell
