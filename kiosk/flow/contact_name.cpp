#include "kiosk/flow/contact_name.h"

#include "data/base/document.h"

namespace desk::flow {

ContactName ContactName::clone() const {
  return {asked, family.clone(), given.clone(), family_reading.clone(), given_reading.clone()};
}

Secret ContactName::whole() const {
  std::string text;
  text.reserve(family.size() + given.size() + 64);  // on the heap, where it is wiped
  text += family.reveal();
  if (!family.empty() && !given.empty()) text += ' ';
  text += given.reveal();
  Secret out(text);
  wipe(text);
  return out;
}

void write_contact(const ContactName& contact, Node& answers) {
  if (!contact.asked) return;
  Node node{Node::Value{Table{}}};
  node.set("family", contact.family.reveal());
  node.set("given", contact.given.reveal());
  node.set("family_reading", contact.family_reading.reveal());
  node.set("given_reading", contact.given_reading.reveal());
  answers.set("contact", std::move(node));
}

ContactName read_contact(const Node& answers) {
  const Node* node = answers.find("contact");
  if (node == nullptr || node->table() == nullptr) return {};
  const auto part = [&](std::string_view key) {
    const Node* child = node->find(key);
    const std::string* text = child != nullptr ? child->string() : nullptr;
    return text != nullptr ? Secret(*text) : Secret();
  };
  return {true, part("family"), part("given"), part("family_reading"), part("given_reading")};
}

}  // namespace desk::flow
