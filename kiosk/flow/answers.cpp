#include "kiosk/flow/answers.h"

#include "data/base/document.h"

namespace desk::flow {
namespace {

Node code_list(const Codes& codes) {
  Node list{Node::Value{Array{}}};
  for (const std::string& code : codes) list.push(code);
  return list;
}

Node node_of(const std::string& value) { return value; }
Node node_of(Yen value) { return Node::Value{value.amount}; }
Node node_of(std::int64_t value) { return Node::Value{value}; }
Node node_of(bool value) { return Node::Value{value}; }
Node node_of(const Codes& value) { return code_list(value); }
Node node_of(const Date& value) { return to_string(value); }

template <class T>
void write(Node& out, std::string_view key, const Answer<T>& answer) {
  if (!answer.asked()) return;
  // わからない is written as null, which no value can be mistaken for.
  out.set(key, answer.unknown() ? Node{} : node_of(*answer.value()));
}

void read_value(const Node& node, std::optional<std::string>& out) {
  if (const auto* text = node.string()) out = *text;
}
void read_value(const Node& node, std::optional<Yen>& out) {
  if (const auto* number = node.integer()) out = Yen{*number};
}
void read_value(const Node& node, std::optional<std::int64_t>& out) {
  if (const auto* number = node.integer()) out = *number;
}
void read_value(const Node& node, std::optional<bool>& out) {
  if (const auto* flag = node.boolean()) out = *flag;
}
void read_value(const Node& node, std::optional<Date>& out) {
  if (const auto* text = node.string()) out = parse_date(*text);
}
void read_value(const Node& node, std::optional<Codes>& out) {
  if (const auto* list = node.array()) {
    Codes codes;
    for (const Node& item : *list) {
      if (const auto* text = item.string()) codes.insert(*text);
    }
    out = codes;
  }
}

template <class T>
void read(const Node& in, std::string_view key, Answer<T>& answer) {
  const Node* node = in.find(key);
  if (node == nullptr) return;
  std::optional<T> value;
  if (!node->is_null()) read_value(*node, value);
  // What cannot be read any more counts as わからない: it is asked again as a to-do rather than guessed.
  answer = value ? Answer<T>(*value) : Answer<T>::dont_know();
}

std::string_view word_of(PaperState state) {
  switch (state) {
    case PaperState::Open: return "open";
    case PaperState::Later: return "later";
    case PaperState::Scanned: return "scanned";
  }
  return "open";
}

std::string_view word_of(PhoneProof proof) {
  switch (proof) {
    case PhoneProof::None: return "none";
    case PhoneProof::Sms: return "sms";
    case PhoneProof::Staff: return "staff";
    case PhoneProof::Later: return "later";
  }
  return "none";
}

std::string text_at(const Node& node, std::string_view key) {
  const Node* child = node.find(key);
  const std::string* text = child != nullptr ? child->string() : nullptr;
  return text != nullptr ? *text : std::string();
}

std::int64_t number_at(const Node& node, std::string_view key) {
  const Node* child = node.find(key);
  const std::int64_t* number = child != nullptr ? child->integer() : nullptr;
  return number != nullptr ? *number : 0;
}

bool flag_at(const Node& node, std::string_view key) {
  const Node* child = node.find(key);
  const bool* flag = child != nullptr ? child->boolean() : nullptr;
  return flag != nullptr && *flag;
}

Node write_paper(const Paper& paper) {
  Node node;
  node.set("state", word_of(paper.state));
  node.set("kind", paper.kind);
  write(node, "issued", paper.issued);
  node.set("pages", paper.pages);
  Node files{Node::Value{Array{}}};
  for (const std::string& file : paper.files) files.push(file);
  node.set("files", std::move(files));
  node.set("bytes", Node::Value{paper.bytes});
  node.set("check_with_staff", Node::Value{paper.check_with_staff});
  return node;
}

Paper read_paper(const Node& node) {
  Paper paper;
  const std::string state = text_at(node, "state");
  paper.state = state == "scanned" ? PaperState::Scanned : state == "later" ? PaperState::Later : PaperState::Open;
  paper.kind = text_at(node, "kind");
  read(node, "issued", paper.issued);
  paper.pages = static_cast<int>(number_at(node, "pages"));
  if (const Node* files = node.find("files"); files != nullptr && files->array() != nullptr) {
    for (const Node& file : *files->array()) {
      if (const std::string* name = file.string()) paper.files.push_back(*name);
    }
  }
  paper.bytes = number_at(node, "bytes");
  paper.check_with_staff = flag_at(node, "check_with_staff");
  return paper;
}

Node write_partners(const std::vector<Partner>& partners) {
  Node list{Node::Value{Array{}}};
  for (const Partner& partner : partners) {
    Node node{Node::Value{Table{}}};
    write(node, "entity", partner.entity);
    list.push(std::move(node));
  }
  return list;
}

Node write_bundles(const std::vector<Bundle>& bundles) {
  Node list{Node::Value{Array{}}};
  for (const Bundle& bundle : bundles) {
    Node node;
    node.set("name", bundle.name);
    node.set("bytes", Node::Value{bundle.bytes});
    node.set("pages", bundle.pages);
    node.set("first_partner", bundle.first_partner);
    node.set("last_partner", bundle.last_partner);
    list.push(std::move(node));
  }
  return list;
}

void read_partners(const Node& root, Answers& answers) {
  if (const Node* list = root.find("partners"); list != nullptr && list->array() != nullptr) {
    for (const Node& node : *list->array()) {
      Partner partner;
      read(node, "entity", partner.entity);
      answers.partners.push_back(std::move(partner));
    }
  }
  if (const Node* list = root.find("bundles"); list != nullptr && list->array() != nullptr) {
    for (const Node& node : *list->array()) {
      answers.bundles.push_back({text_at(node, "name"), number_at(node, "bytes"), static_cast<int>(number_at(node, "pages")),
                                 static_cast<int>(number_at(node, "first_partner")), static_cast<int>(number_at(node, "last_partner"))});
    }
  }
}

// One list of fields serves writing and reading, so that neither can forget one.
template <class A, class Visit>
void each_answer(A& answers, Visit visit) {
  visit("entity", answers.entity);
  visit("industry", answers.industry);
  visit("main_trade", answers.main_trade);
  visit("capital", answers.capital);
  visit("employees", answers.employees);
  visit("exclusions", answers.exclusions);
  visit("functions", answers.purposes);  // the first release's key; its words are still purposes of the packs
  visit("processes", answers.processes);
  visit("process_kinds", answers.process_kinds);
  visit("software_cost", answers.software_cost);
  visit("total_accounts", answers.total_accounts);
  visit("sme_accounts", answers.sme_accounts);
  visit("members", answers.members);
  visit("analysis_cost", answers.analysis_cost);
  visit("admin_cost", answers.admin_cost);
  visit("pc_cost", answers.pc_cost);
  visit("register_cost", answers.register_cost);
  visit("near_minimum_wage", answers.near_minimum_wage);
  visit("awarded_before", answers.awarded_before);
  visit("gbizid", answers.gbizid);
  visit("mynumber", answers.mynumber);
  visit("security_action", answers.security_action);
  visit("security_action_id", answers.security_action_id);
  visit("management_check", answers.management_check);
  visit("vendor", answers.vendor);
  visit("contracted", answers.contracted);
  visit("application_number", answers.application_number);
  visit("partner_count", answers.partner_count);
  visit("corporate_number", answers.corporate_number);
}

}  // namespace

Answers Answers::clone() const {
  Answers copy;
  copy.programme_year = programme_year;
  copy.consented = consented;
  copy.entity = entity;
  copy.industry = industry;
  copy.main_trade = main_trade;
  copy.capital = capital;
  copy.employees = employees;
  copy.exclusions = exclusions;
  copy.purposes = purposes;
  copy.processes = processes;
  copy.process_kinds = process_kinds;
  copy.software_cost = software_cost;
  copy.total_accounts = total_accounts;
  copy.sme_accounts = sme_accounts;
  copy.members = members;
  copy.analysis_cost = analysis_cost;
  copy.admin_cost = admin_cost;
  copy.pc_cost = pc_cost;
  copy.register_cost = register_cost;
  copy.near_minimum_wage = near_minimum_wage;
  copy.awarded_before = awarded_before;
  copy.gbizid = gbizid;
  copy.mynumber = mynumber;
  copy.security_action = security_action;
  copy.security_action_id = security_action_id;
  copy.management_check = management_check;
  copy.vendor = vendor;
  copy.contracted = contracted;
  copy.contact = contact.clone();
  copy.corporate_number = corporate_number;
  copy.phone = phone.clone();
  copy.application_number = application_number;
  copy.partner_count = partner_count;
  copy.partners = partners;
  copy.papers = papers;
  copy.bundles = bundles;
  copy.reviewed = reviewed;
  copy.token = token;
  return copy;
}

Secret to_json(const Answers& answers) {
  Node root;
  root.set("programme_year", answers.programme_year);
  root.set("consented", Node::Value{answers.consented});
  each_answer(answers, [&](std::string_view key, const auto& answer) { write(root, key, answer); });
  write_contact(answers.contact, root);
  Node phone;
  phone.set("number", answers.phone.number.reveal());
  phone.set("proof", word_of(answers.phone.proof));
  phone.set("proved_at", Node::Value{answers.phone.proved_at.seconds});
  phone.set("numbers_tried", answers.phone.numbers_tried);
  phone.set("verification", answers.phone.verification);
  phone.set("tag", answers.phone.tag);
  phone.set("next_send", Node::Value{answers.phone.next_send.seconds});
  phone.set("valid_until", Node::Value{answers.phone.valid_until.seconds});
  root.set("phone", std::move(phone));
  Node papers{Node::Value{Table{}}};
  for (const auto& [kind, paper] : answers.papers) papers.set(kind, write_paper(paper));
  root.set("papers", std::move(papers));
  root.set("partners", write_partners(answers.partners));
  root.set("bundles", write_bundles(answers.bundles));
  root.set("reviewed", Node::Value{answers.reviewed});
  if (answers.token) root.set("token", answers.token->text);
  std::string text = dump_json(root);
  Secret secret(text);
  wipe(text);
  return secret;
}

Result<Answers> answers_from_json(std::string_view text) {
  const auto root = parse_json(text, "answers", StaffCode::RecordDamaged);
  if (!root) return fail(root.error());
  if (root->table() == nullptr) return fail(Failure{StaffCode::RecordDamaged, "answers", "an object was expected"});
  Answers answers;
  answers.programme_year = static_cast<int>(number_at(*root, "programme_year"));
  answers.consented = flag_at(*root, "consented");
  each_answer(answers, [&](std::string_view key, auto& answer) { read(*root, key, answer); });
  answers.contact = read_contact(*root);
  if (const Node* phone = root->find("phone")) {
    if (auto parsed = PhoneNumber::parse(text_at(*phone, "number")); parsed.ok) answers.phone.number = std::move(parsed.number);
    const std::string proof = text_at(*phone, "proof");
    answers.phone.proof = proof == "sms"     ? PhoneProof::Sms
                          : proof == "staff" ? PhoneProof::Staff
                          : proof == "later" ? PhoneProof::Later
                                             : PhoneProof::None;
    answers.phone.proved_at = {number_at(*phone, "proved_at")};
    answers.phone.numbers_tried = static_cast<int>(number_at(*phone, "numbers_tried"));
    answers.phone.verification = text_at(*phone, "verification");
    answers.phone.tag = text_at(*phone, "tag");
    answers.phone.next_send = {number_at(*phone, "next_send")};
    answers.phone.valid_until = {number_at(*phone, "valid_until")};
  }
  if (const Node* papers = root->find("papers"); papers != nullptr && papers->table() != nullptr) {
    for (const Member& member : *papers->table()) answers.papers.emplace(member.first, read_paper(member.second));
  }
  read_partners(*root, answers);
  answers.reviewed = flag_at(*root, "reviewed");
  answers.token = LinkToken::parse(text_at(*root, "token"));
  return answers;
}

}  // namespace desk::flow
