#include "kiosk/shell/gallery/gallery.h"

#include <cstdio>

#include "kiosk/shell/gallery/index_page.h"

namespace desk::shell::gallery {
namespace {

void tell(const std::vector<Finding>& findings, const std::vector<text::LanguageInfo>& languages, bool all) {
  for (const Finding& finding : findings) {
    std::fprintf(stderr, "%s: %s\n", name_of(finding.combination, languages).c_str(), finding.what.c_str());
    if (!all) return;
  }
}

std::vector<Combination> every(const std::vector<std::size_t>& samples, std::size_t languages) {
  std::vector<Combination> all;
  for (const std::size_t sample : samples) {
    for (std::size_t panel = 0; panel < std::size(kPanels); ++panel) {
      for (std::size_t language = 0; language < languages; ++language) {
        for (std::size_t size = 0; size < screens::kTextSizes.size(); ++size) {
          for (std::size_t theme = 0; theme < screens::kThemes.size(); ++theme) all.push_back({sample, size, theme, language, panel});
        }
      }
    }
  }
  return all;
}

Done write_index(const std::string& file, const std::string& page) {
  std::FILE* out = std::fopen(file.c_str(), "wb");
  const bool written = out != nullptr && std::fwrite(page.data(), 1, page.size(), out) == page.size();
  if (out != nullptr && std::fclose(out) == 0 && written) return {};
  return fail(Failure{StaffCode::StoreUnavailable, file, "cannot be written"});
}

}  // namespace

Result<int> run_gallery(const GalleryOptions& options, const std::string& data) {
  const auto world = World::load(data, data + "/samples/gallery.toml");
  if (!world) return fail(world.error());
  const auto& languages = world->texts.languages();
  std::vector<std::size_t> samples;
  for (std::size_t i = 0; i < all_samples().size(); ++i) {
    const std::string& name = all_samples()[i].name;
    if (name.starts_with(options.only) || options.only.starts_with(name + "_")) samples.push_back(i);
  }
  if (samples.empty()) return fail(Failure{StaffCode::BadInput, "--only", "no sample and no combination has a name that begins so"});
  const auto geometry = check_geometry(*world, data + "/catalog/packs", samples, options.full);
  if (!geometry) return fail(geometry.error());
  std::printf("%zu combinations of %zu samples checked, %zu findings\n", geometry->combinations, samples.size(), geometry->findings.size());
  std::fflush(stdout);
  tell(geometry->findings, languages, options.full);
  if (!options.full && !geometry->findings.empty()) return 1;

  std::vector<Combination> set;
  if (options.full) {
    set = every(samples, languages.size());
  } else {
    Extents extents;
    extents.samples = samples.size();
    extents.languages = languages.size();
    set = pairwise(extents);
    for (Combination& combination : set) combination.sample = samples[combination.sample];
  }
  std::erase_if(set, [&](const Combination& combination) { return !name_of(combination, languages).starts_with(options.only); });
  const auto pictures = draw_pictures(*world, set, options);
  if (!pictures) return fail(pictures.error());
  std::printf("%zu pictures drawn, %zu findings on their pixels\n", pictures->pictures, pictures->findings.size());
  tell(pictures->findings, languages, options.full);
  if (!options.full && !pictures->findings.empty()) return 1;
  const std::string index = options.folder + "/index.html";
  if (auto done = write_index(index, index_page(set, languages, geometry->combinations)); !done) return fail(done.error());
  std::printf("%s shows them\n", index.c_str());
  return geometry->findings.empty() && pictures->findings.empty() ? 0 : 1;
}

}  // namespace desk::shell::gallery
