#include "auth/http_client.h"

#include <curl/curl.h>
#include <malloc.h>

#include <cstdlib>
#include <cstring>
#include <memory>

namespace desk::auth {
namespace {

// What libcurl frees may be a message with a code: it is wiped first.
void wiping_free(void* memory) {
  if (memory != nullptr) wipe(memory, malloc_usable_size(memory));
  std::free(memory);
}
void* wiping_realloc(void* memory, std::size_t size) {
  if (memory == nullptr) return std::malloc(size);
  void* moved = std::malloc(size);
  if (moved == nullptr) return nullptr;
  const std::size_t old = malloc_usable_size(memory);
  std::memcpy(moved, memory, old < size ? old : size);
  wiping_free(memory);
  return moved;
}

void start_library() {
  static const CURLcode started =
      curl_global_init_mem(CURL_GLOBAL_DEFAULT, &std::malloc, &wiping_free, &wiping_realloc, &strdup, &std::calloc);
  if (started != CURLE_OK) std::abort();  // out of memory before the first request
}

struct Sink {
  std::string body;
  std::size_t limit;
  bool overflow = false;
};

std::size_t take(char* data, std::size_t size, std::size_t count, void* user) {
  auto& sink = *static_cast<Sink*>(user);
  const std::size_t bytes = size * count;
  if (sink.body.size() + bytes > sink.limit) {
    sink.overflow = true;
    return 0;
  }
  sink.body.append(data, bytes);
  return bytes;
}

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// True when libcurl failed before the first byte of the request was written. Its error codes do not tell: "unsupported protocol" is
// also its word for a reply that is no HTTP (seen with 7.88: a peer that answers with two control characters).
bool never_left(CURL* easy) {
  curl_off_t begun = 0;  // PRETRANSFER: the moment just before the request is written; 0 while connecting
  long written = 0;
  curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &begun);
  curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &written);
  return begun == 0 && written == 0;
}

}  // namespace

HttpCall::~HttpCall() {
  wipe(body);
  wipe(url);
  for (auto& [name, value] : headers) wipe(value);
}

HttpReply perform(const HttpCall& call) {
  start_library();
  const std::unique_ptr<CURL, FreeEasy> easy(curl_easy_init());
  if (!easy) return {HttpOutcome::NotSent, 0, {}, {}, "out of memory", {}};
  CURL* handle = easy.get();
  std::unique_ptr<curl_slist, FreeList> headers;
  const auto add = [&](const std::string& line) {
    if (curl_slist* longer = curl_slist_append(headers.get(), line.c_str()); longer != nullptr) {
      [[maybe_unused]] curl_slist* same = headers.release();
      headers.reset(longer);
    }
  };
  for (const auto& [name, value] : call.headers) add(name + ": " + value);
  add("Expect:");  // no 100-continue round trip

  Sink sink{{}, call.max_reply};
  char problem[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(handle, CURLOPT_URL, call.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
  curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(call.connect_timeout.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(call.total_timeout.count()));
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, problem);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &take);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &sink);
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  if (!call.unix_socket.empty()) curl_easy_setopt(handle, CURLOPT_UNIX_SOCKET_PATH, call.unix_socket.c_str());
  if (call.method == "POST" || call.method == "PUT" || call.method == "PATCH") {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, call.body.data());
  }
  if (call.method == "HEAD") curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, call.method.c_str());

  const CURLcode code = curl_easy_perform(handle);
  HttpReply reply;
  if (code != CURLE_OK) {
    reply.outcome = never_left(handle) ? HttpOutcome::NotSent : HttpOutcome::Unknown;
    reply.problem = sink.overflow ? "the reply is longer than allowed" : curl_easy_strerror(code);
    wipe(sink.body);
    return reply;
  }
  long status = 0;
  const char* type = nullptr;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type);
  reply.outcome = HttpOutcome::Answered;
  reply.status = static_cast<int>(status);
  reply.body = std::move(sink.body);
  if (type != nullptr) reply.content_type = type;
  for (curl_header* header = nullptr; (header = curl_easy_nextheader(handle, CURLH_HEADER, -1, header)) != nullptr;) {
    reply.headers.emplace_back(header->name, header->value);
  }
  return reply;
}

std::string reach(const HttpCall& call) {
  start_library();
  const std::unique_ptr<CURL, FreeEasy> easy(curl_easy_init());
  if (!easy) return "out of memory";
  CURL* handle = easy.get();
  curl_easy_setopt(handle, CURLOPT_URL, call.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(call.connect_timeout.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(call.total_timeout.count()));
  const CURLcode code = curl_easy_perform(handle);
  return code == CURLE_OK ? std::string() : std::string(curl_easy_strerror(code));
}

std::string url_escape(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(3 * text.size() + 16);  // on the heap from the start: what short strings keep inside themselves is not wiped with them
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                            c == '_' || c == '~';
    if (unreserved) {
      out.push_back(c);
    } else {
      out.push_back('%');
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    }
  }
  return out;
}

std::string form_body(const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    if (!out.empty()) out.push_back('&');
    out += url_escape(name);
    out.push_back('=');
    out += url_escape(value);
  }
  return out;
}

std::string basic_auth(std::string_view user_and_password) {
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out = "Basic ";
  for (std::size_t i = 0; i < user_and_password.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8 | (i + k < user_and_password.size() ? static_cast<unsigned char>(user_and_password[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) out.push_back(i + k <= user_and_password.size() ? kDigits[(group >> (18 - 6 * k)) & 63] : '=');
  }
  return out;
}

}  // namespace desk::auth
