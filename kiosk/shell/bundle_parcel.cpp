#include "kiosk/shell/bundle_parcel.h"

#include "data/base/document.h"

namespace desk::shell {
namespace {

// One line of JSON (hashes and expiry), a line feed, then the ciphertext.
std::string text_in(const Node& node, std::string_view key) {
  const Node* child = node.find(key);
  const std::string* text = child != nullptr ? child->string() : nullptr;
  return text != nullptr ? *text : std::string();
}

}  // namespace

Secret pack_parcel(const auth::Bundle& bundle) {
  Node head;
  head.set("token_hash", bundle.token_hash);
  head.set("number_hash", bundle.number_hash);
  head.set("expires", Node::Value{bundle.expires.seconds});
  std::string parcel = dump_json(head) + "\n";
  parcel.append(reinterpret_cast<const char*>(bundle.bytes.data()), bundle.bytes.size());
  return Secret(parcel);
}

Result<auth::Bundle> unpack_parcel(std::string_view bytes) {
  const Failure damaged{StaffCode::RecordDamaged, "outbox", "a parcel cannot be read"};
  const auto end = bytes.find('\n');
  if (end == std::string_view::npos) return fail(damaged);
  const auto head = parse_json(bytes.substr(0, end), "outbox", StaffCode::RecordDamaged);
  if (!head) return fail(head.error());
  const Node* expires = head->find("expires");
  if (expires == nullptr || expires->integer() == nullptr) return fail(damaged);
  auth::Bundle bundle;
  bundle.token_hash = text_in(*head, "token_hash");
  bundle.number_hash = text_in(*head, "number_hash");
  bundle.expires = {*expires->integer()};
  const std::string_view body = bytes.substr(end + 1);
  bundle.bytes.assign(body.begin(), body.end());
  return bundle;
}

Done deliver(const store::OutboxItem& item, auth::PageClient& page) {
  switch (item.kind) {
    case store::OutboxKind::HandOff: {
      const auto bundle = unpack_parcel(item.payload.reveal());
      if (!bundle) return {};  // damaged: waiting longer mends nothing, and the store has it on record
      const auto put = page.put_bundle(*bundle);
      if (!put && put.error().code != StaffCode::BundleRefused) return fail(put.error());
      return {};
    }
    case store::OutboxKind::Withdraw: return page.remove_bundle(std::string(item.payload.reveal()));
    case store::OutboxKind::EraseDone: return {};  // acknowledged where the request is carried out
  }
  return {};
}

}  // namespace desk::shell
