#include "auth/bundle.h"

#include <algorithm>

namespace desk::auth {
namespace {

constexpr std::string_view kMagic = "DKB1";

// A key from 128 random bits needs no slow hash. The domain word keeps it apart from token_hash_hex and from other uses of the token.
crypto::Key key_of(const LinkToken& secret, std::string_view domain) {
  std::string message = std::string(domain) + secret.text;
  const crypto::Key key = crypto::Key{}.derive(message);
  wipe(message);
  return key;
}

crypto::Key bundle_key(const LinkToken& token) { return key_of(token, "desk-kiosk bundle key 1 "); }
crypto::Key grant_key(const LinkToken& grant) { return key_of(grant, "desk-kiosk grant key 1 "); }

std::string context_of(std::string_view token_hash, std::string_view header, std::size_t part) {
  std::string context = "desk bundle ";
  context += token_hash;
  context += ' ';
  context += header;
  context += ' ';
  context += std::to_string(part);
  return context;
}

void put_little(std::string& out, std::size_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
}

std::size_t get_little(std::span<const unsigned char> bytes) {
  std::size_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) value = (value << 8) | bytes[i - 1];
  return value;
}

// What libsodium adds to a plaintext: a 24-byte nonce in front and a 16-byte tag behind.
constexpr std::size_t kSealBytes = 24 + 16;

// A name that is safe in a header, an archive and a file system: no control characters, no separators.
bool good_file_name(std::string_view name) {
  return name.size() > 4 && name.size() <= 200 && name.ends_with(".pdf") && !name.starts_with(".") &&
         std::none_of(name.begin(), name.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\' || c == '"';
         });
}

Failed<Failure> refuse(std::string where, std::string reason) {
  return fail(Failure{StaffCode::BundleRefused, std::move(where), std::move(reason)});
}

void append(crypto::Bytes& out, std::span<const unsigned char> bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

}  // namespace

Result<Bundle> make_bundle(PageModel model, std::span<const PageFile> files, const LinkToken& token, WallTime expires,
                           const crypto::Key& number_key) {
  if (files.size() > kMostFiles) return refuse("bundle", "more than " + std::to_string(kMostFiles) + " files");
  std::size_t total = kMostHeaderBytes + kMostModelBytes;
  model.files.clear();
  for (const PageFile& file : files) {
    if (!good_file_name(file.name)) return refuse("bundle", "a file name that is empty, too long or not plain");
    total += file.bytes.size() + kSealBytes;
    if (total > kMostBundleBytes) return refuse("bundle", "more than " + std::to_string(kMostBundleBytes) + " bytes");
    model.files.push_back({file.name, file.pages, static_cast<std::int64_t>(file.bytes.size())});
  }
  const Secret plain = write_page_model(model);
  if (plain.size() + kSealBytes > kMostModelBytes) return refuse("bundle", "the page's model is too large");
  // A model that the page could not read again (no reception number, no site) is refused here, where somebody can still act on it.
  if (const auto again = read_page_model(plain.reveal()); !again) return refuse("bundle", again.error().reason);

  Bundle bundle;
  bundle.token_hash = crypto::token_hash_hex(token.text);
  if (!model.phone.empty()) bundle.number_hash = crypto::keyed_hash_hex(number_key, model.phone.e164().reveal());
  bundle.expires = expires;

  std::string header(kMagic);
  put_little(header, plain.size() + kSealBytes, 4);
  put_little(header, files.size(), 2);
  for (const PageFile& file : files) put_little(header, file.bytes.size() + kSealBytes, 4);

  const crypto::Key key = bundle_key(token);
  bundle.bytes.reserve(total);
  bundle.bytes.assign(header.begin(), header.end());
  append(bundle.bytes, crypto::seal(key, plain.reveal(), context_of(bundle.token_hash, header, 0)));
  for (std::size_t i = 0; i < files.size(); ++i) {
    append(bundle.bytes, crypto::seal(key, files[i].bytes, context_of(bundle.token_hash, header, i + 1)));
  }
  return bundle;
}

Result<BundleLayout> read_bundle_layout(std::span<const unsigned char> start, std::size_t total_size) {
  constexpr std::size_t kFixed = 10;
  if (total_size > kMostBundleBytes) return refuse("bundle", "too large");
  if (start.size() < kFixed || !std::equal(kMagic.begin(), kMagic.end(), start.begin(),
                                           [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; })) {
    return refuse("bundle", "not a bundle");
  }
  const std::size_t model_size = get_little(start.subspan(4, 4));
  const std::size_t count = get_little(start.subspan(8, 2));
  if (count > kMostFiles || start.size() < kFixed + 4 * count) return refuse("bundle", "cut off or with too many files");
  if (model_size < kSealBytes || model_size > kMostModelBytes) return refuse("bundle", "a model of an impossible size");
  BundleLayout layout;
  const std::size_t header_size = kFixed + 4 * count;
  layout.header.assign(reinterpret_cast<const char*>(start.data()), header_size);
  layout.parts.push_back({header_size, model_size});
  std::size_t end = header_size + model_size;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = get_little(start.subspan(kFixed + 4 * i, 4));
    if (size < kSealBytes || size > kMostBundleBytes) return refuse("bundle", "a file of an impossible size");
    layout.parts.push_back({end, size});
    end += size;
  }
  if (end != total_size) return refuse("bundle", "its parts do not fill it");
  return layout;
}

std::optional<Secret> open_bundle_part(const LinkToken& token, const BundleLayout& layout, std::size_t part,
                                       std::span<const unsigned char> sealed) {
  return crypto::open(bundle_key(token), sealed, context_of(crypto::token_hash_hex(token.text), layout.header, part));
}

std::optional<PageModel> open_bundle_model(const LinkToken& token, std::span<const unsigned char> bundle) {
  const auto layout = read_bundle_layout(bundle.first(std::min(bundle.size(), kMostHeaderBytes)), bundle.size());
  if (!layout) return std::nullopt;
  const auto plain = open_bundle_part(token, *layout, 0, bundle.subspan(layout->parts[0].offset, layout->parts[0].size));
  if (!plain) return std::nullopt;
  auto model = read_page_model(plain->reveal());
  if (!model) return std::nullopt;
  return std::move(*model);
}

crypto::Bytes wrap_token(const LinkToken& token, const LinkToken& grant) {
  return crypto::seal(grant_key(grant), token.text, "desk grant");
}

std::optional<LinkToken> unwrap_token(std::span<const unsigned char> wrapped, const LinkToken& grant) {
  const auto text = crypto::open(grant_key(grant), wrapped, "desk grant");
  if (!text) return std::nullopt;
  return LinkToken::parse(text->reveal());
}

}  // namespace desk::auth
