#include "kiosk/flow/paper_needs.h"

#include <algorithm>
#include <charconv>

#include "kiosk/flow/purpose.h"

namespace desk::flow {
namespace {

constexpr std::string_view kPartner = "partner/";

bool in_frame(const std::vector<std::string>& frames, const std::string& frame) {
  return frames.empty() || std::find(frames.begin(), frames.end(), frame) != frames.end();
}

catalog::Entity entity_from(const Answer<std::string>& answer) {
  return answer.is("sole") ? catalog::Entity::Sole : catalog::Entity::Corporation;
}

catalog::Party party_of(const PaperKey& key) { return key.partner > 0 ? catalog::Party::Partner : catalog::Party::Applicant; }

void add_papers(const Answers& answers, const catalog::Pack& pack, const std::string& frame, int partner, catalog::Entity entity,
                std::vector<std::string>& keys) {
  const catalog::Party party = partner > 0 ? catalog::Party::Partner : catalog::Party::Applicant;
  for (const catalog::DocumentNeed& need : pack.needs) {
    const catalog::DocumentKind* kind = need.any_of.empty() ? nullptr : pack.document(need.any_of.front());
    const bool wage_paper = need.when == catalog::When::NearMinimumWage && !answers.near_minimum_wage.is(true);
    if (need.party == party && need.entity == entity && in_frame(need.frames, frame) && kind != nullptr && kind->scan && !wage_paper &&
        need.when != catalog::When::UpperBand) {
      keys.push_back(paper_key(partner, need.id));
    }
  }
}

}  // namespace

std::string paper_key(int partner, const std::string& need) {
  return partner > 0 ? std::string(kPartner) + std::to_string(partner) + "/" + need : need;
}

PaperKey parse_paper_key(std::string_view key) {
  if (!key.starts_with(kPartner)) return {0, std::string(key)};
  const std::string_view rest = key.substr(kPartner.size());
  int partner = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), partner);
  if (error != std::errc{} || partner < 1 || end == rest.data() + rest.size() || *end != '/') return {0, std::string(key)};
  return {partner, std::string(end + 1, rest.data() + rest.size())};
}

catalog::Entity entity_of(const Answers& answers) { return entity_from(answers.entity); }

std::optional<catalog::Entity> entity_for(const std::string& key, const Answers& answers) {
  const int partner = parse_paper_key(key).partner;
  if (partner == 0) return entity_of(answers);
  if (partner > partners_of(answers)) return std::nullopt;
  const Answer<std::string>& kind = answers.partners[static_cast<std::size_t>(partner - 1)].entity;
  if (!kind.value()) return std::nullopt;
  return entity_from(kind);
}

// Companies and sole traders share the ids of their needs (both bring a tax certificate), not the papers.
const catalog::DocumentNeed* need_of(const std::string& key, const Answers& answers, const catalog::Pack& pack) {
  const PaperKey wanted = parse_paper_key(key);
  const auto entity = entity_for(key, answers);
  const std::string frame = frame_of(answers, pack);
  for (const catalog::DocumentNeed& candidate : pack.needs) {
    if (candidate.id == wanted.need && candidate.party == party_of(wanted) && candidate.entity == entity && in_frame(candidate.frames, frame)) {
      return &candidate;
    }
  }
  return nullptr;
}

const catalog::DocumentKind* kind_for(const std::string& key, const Answers& answers, const catalog::Pack& pack) {
  const catalog::DocumentNeed* wanted = need_of(key, answers, pack);
  if (wanted == nullptr || wanted->any_of.empty()) return nullptr;
  const auto paper = answers.papers.find(key);
  const std::string& choice = paper != answers.papers.end() ? paper->second.kind : std::string();
  const bool fits = std::find(wanted->any_of.begin(), wanted->any_of.end(), choice) != wanted->any_of.end();
  return pack.document(fits ? choice : wanted->any_of.front());
}

bool asks_issue_date(const catalog::DocumentKind& kind) {
  switch (kind.rule) {
    case catalog::DocumentRule::MonthsFromIssue:
    case catalog::DocumentRule::NotExpired:
      return true;
    case catalog::DocumentRule::Latest:
    case catalog::DocumentRule::TaxYear:
    case catalog::DocumentRule::Undated:
    case catalog::DocumentRule::Refused:
    case catalog::DocumentRule::Ask:
      return false;
  }
  return false;
}

std::vector<std::string> required_papers(const Answers& answers, const catalog::Pack& pack) {
  const std::string frame = frame_of(answers, pack);
  std::vector<std::string> keys;
  add_papers(answers, pack, frame, 0, entity_of(answers), keys);
  const int partners = partners_of(answers);
  for (int partner = 1; partner <= partners; ++partner) {
    const Answer<std::string>& kind = answers.partners[static_cast<std::size_t>(partner - 1)].entity;
    if (kind.value()) add_papers(answers, pack, frame, partner, entity_from(kind), keys);
  }
  return keys;
}

std::optional<std::string> next_open_paper(const Answers& answers, const catalog::Pack& pack) {
  for (const std::string& key : required_papers(answers, pack)) {
    const auto paper = answers.papers.find(key);
    if (paper == answers.papers.end() || paper->second.state == PaperState::Open) return key;
  }
  return std::nullopt;
}

bool asks_partners(const Answers& answers, const catalog::Pack& pack) {
  const std::string frame = frame_of(answers, pack);
  return std::any_of(pack.needs.begin(), pack.needs.end(), [&](const catalog::DocumentNeed& need) {
    return need.party == catalog::Party::Partner && in_frame(need.frames, frame);
  });
}

int partners_of(const Answers& answers) {
  const auto said = answers.partner_count.value_or(0);
  return static_cast<int>(std::min<std::int64_t>(std::max<std::int64_t>(said, 0), static_cast<std::int64_t>(answers.partners.size())));
}

int first_open_partner(const Answers& answers) {
  for (int partner = 1; partner <= partners_of(answers); ++partner) {
    if (!answers.partners[static_cast<std::size_t>(partner - 1)].entity.asked()) return partner;
  }
  return 0;
}

const catalog::ApplicationNumberForm* number_form(const Answers& answers, const catalog::Pack& pack) {
  const std::string frame = frame_of(answers, pack);
  for (const catalog::ApplicationNumberForm& form : pack.files.application_numbers) {
    if (in_frame(form.frames, frame)) return &form;
  }
  return nullptr;
}

std::optional<std::string> application_number(const Answers& answers, const catalog::Pack& pack) {
  const catalog::ApplicationNumberForm* form = number_form(answers, pack);
  if (form == nullptr || !answers.application_number.value()) return std::nullopt;
  return form->prefix + "-" + *answers.application_number.value();
}

}  // namespace desk::flow
