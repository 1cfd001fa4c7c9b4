// Bundles: the papers of all trading partners put into as few PDFs as the portal's size limit allows (factbook 5.4). Pure: it plans with
// sizes; whoever writes the PDFs follows the plan and plans again when a file came out larger.
//
// The order is the portal's: partners by their number, within a partner the order of the pack's partner needs (法人 登記 → 納税証明書,
// 個人 本人確認 → 納税証明書 → 確定申告書). A partner that would overflow the file begins the next one; a partner larger than a whole file
// is parted between papers; a paper is parted between pages only when it alone is above the portal's own limit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/reason.h"

namespace desk::rules {

struct PartnerPaper {
  std::string kind;                      // document kind id
  std::int64_t bytes = 0;                // of its PDF
  std::vector<std::int64_t> page_bytes;  // of its pages, for a paper that may have to be parted; empty: not known
};

struct Partner {
  int number = 1;  // in the account list (取引先アカウント一覧)
  catalog::Entity entity = catalog::Entity::Corporation;
  std::vector<PartnerPaper> papers;  // in any order
};

struct BundlePiece {
  int partner = 1;
  std::size_t paper = 0;              // index into that partner's `papers`
  std::string kind;
  std::int64_t bytes = 0;
  int first_page = 0, last_page = 0;  // from 1; 0: the whole paper
};

struct Bundle {
  int n = 1;          // 取引先添付書類 n; of file names
  std::int64_t bytes = 0;
  std::vector<BundlePiece> pieces;
};

struct BundlePlan {
  bool ok = false;              // complete, and every file within the portal's limit
  std::vector<Bundle> bundles;  // every paper given is in it, also when not ok
  // Codes with "partner" (its number), "document" (kind id) or "need" (need id of the pack).
  // "no_partners", "partner_number_twice", "paper_missing", "paper_not_accepted", "document_too_large" (recompress, then part it)
  std::vector<Reason> reasons;
  // "document_near_limit" (recompress), "document_parted", "paper_not_asked_for"
  std::vector<Reason> warnings;
};

[[nodiscard]] BundlePlan bundle_plan(const catalog::Pack& pack, const catalog::Frame& frame, const std::vector<Partner>& partners);

}  // namespace desk::rules
