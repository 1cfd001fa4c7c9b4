#include "data/rules/bundles.h"

#include <algorithm>
#include <limits>

#include "data/rules/documents.h"

namespace desk::rules {
namespace {

using catalog::DocumentKind;
using catalog::DocumentNeed;
using catalog::DocumentRule;
using Needs = std::vector<const DocumentNeed*>;

class Planner {
 public:
  Planner(const catalog::Pack& pack, const catalog::Frame& frame) : pack_(pack), frame_(frame) {}

  BundlePlan run(std::vector<const Partner*> partners) {
    if (partners.empty()) reason("no_partners", {});
    std::stable_sort(partners.begin(), partners.end(), [](const Partner* a, const Partner* b) { return a->number < b->number; });
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (i > 0 && partners[i]->number == partners[i - 1]->number) reason("partner_number_twice", {{"partner", text(partners[i]->number)}});
      add(*partners[i]);
    }
    plan_.ok = plan_.reasons.empty();
    return std::move(plan_);
  }

 private:
  static std::string text(int number) { return std::to_string(number); }
  void reason(std::string code, std::vector<std::pair<std::string, std::string>> args) {
    plan_.reasons.push_back({std::move(code), std::move(args)});
  }
  void warning(std::string code, std::vector<std::pair<std::string, std::string>> args) {
    plan_.warnings.push_back({std::move(code), std::move(args)});
  }

  // The partner's papers in the portal's order; what is missing or not accepted is named.
  std::vector<BundlePiece> pieces_of(const Partner& partner) {
    const Needs asked = partner_documents(pack_, frame_, partner.entity);
    // Where the list of a year's partner papers was not found, the order is that of the applicant's own.
    const Needs needs = asked.empty() ? required_documents(pack_, frame_, partner.entity) : asked;
    // By place, and what proves the filing of a return after the return itself.
    std::vector<std::pair<std::pair<std::size_t, bool>, BundlePiece>> placed;
    std::vector<bool> there(asked.size(), false);
    for (std::size_t i = 0; i < partner.papers.size(); ++i) {
      const PartnerPaper& paper = partner.papers[i];
      const auto place = place_in(pack_, needs, paper.kind);
      const DocumentKind* kind = pack_.document(paper.kind);
      const std::vector<std::pair<std::string, std::string>> who = {{"partner", text(partner.number)}, {"document", paper.kind}};
      const bool proof = place && !contains(needs[*place]->any_of, paper.kind);
      if (kind == nullptr || kind->rule == DocumentRule::Refused) {
        reason("paper_not_accepted", who);
      } else if (!place) {
        warning("paper_not_asked_for", who);
      } else if (!asked.empty() && !proof) {
        there[*place] = true;
      }
      placed.push_back({{place.value_or(std::numeric_limits<std::size_t>::max()), proof}, {partner.number, i, paper.kind, paper.bytes, 0, 0}});
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (!there[i]) reason("paper_missing", {{"partner", text(partner.number)}, {"need", asked[i]->id}});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<BundlePiece> pieces;
    for (auto& [place, piece] : placed) pieces.push_back(std::move(piece));
    return pieces;
  }

  static bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  void add(const Partner& partner) {
    const std::vector<BundlePiece> pieces = pieces_of(partner);
    std::int64_t whole = 0;
    for (const BundlePiece& piece : pieces) whole += piece.bytes;
    if (!pieces.empty()) open_for(whole);
    for (const BundlePiece& piece : pieces) {
      if (piece.bytes > pack_.files.official_bytes) {
        add_too_large(partner, piece);
      } else {
        if (piece.bytes > pack_.files.most_bytes) warning("document_near_limit", who(piece));
        put(piece);
      }
    }
  }

  static std::vector<std::pair<std::string, std::string>> who(const BundlePiece& piece) {
    return {{"partner", text(piece.partner)}, {"document", piece.kind}};
  }

  // Parted between its pages where that helps; else it stands in a file of its own until somebody makes it smaller.
  void add_too_large(const Partner& partner, const BundlePiece& whole) {
    const std::vector<std::int64_t>& pages = partner.papers[whole.paper].page_bytes;
    const bool helps = pages.size() > 1 && *std::max_element(pages.begin(), pages.end()) <= pack_.files.most_bytes;
    if (!helps) {
      reason("document_too_large", who(whole));
      return put(whole);
    }
    warning("document_parted", who(whole));
    BundlePiece part{whole.partner, whole.paper, whole.kind, 0, 1, 0};
    for (const std::int64_t page : pages) {
      if (part.last_page >= part.first_page && part.bytes + page > pack_.files.most_bytes) {
        put(part);
        part.first_page = part.last_page + 1;
        part.bytes = 0;
      }
      part.bytes += page;
      ++part.last_page;
    }
    put(part);
  }

  // Begins a new file unless `bytes` more still fit into the last one.
  void open_for(std::int64_t bytes) {
    const bool fits = !plan_.bundles.empty() && (plan_.bundles.back().pieces.empty() || plan_.bundles.back().bytes + bytes <= pack_.files.most_bytes);
    if (!fits) plan_.bundles.push_back({static_cast<int>(plan_.bundles.size()) + 1, 0, {}});
  }

  void put(const BundlePiece& piece) {
    open_for(piece.bytes);
    plan_.bundles.back().bytes += piece.bytes;
    plan_.bundles.back().pieces.push_back(piece);
  }

  const catalog::Pack& pack_;
  const catalog::Frame& frame_;
  BundlePlan plan_;
};

}  // namespace

BundlePlan bundle_plan(const catalog::Pack& pack, const catalog::Frame& frame, const std::vector<Partner>& partners) {
  std::vector<const Partner*> all;
  for (const Partner& partner : partners) all.push_back(&partner);
  return Planner(pack, frame).run(std::move(all));
}

}  // namespace desk::rules
