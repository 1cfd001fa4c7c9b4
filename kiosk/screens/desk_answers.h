// What the desk answers to the questions that people ask there (data/rules/questions), in words, for the screens where it helps.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/rules/questions/questions.h"
#include "kiosk/screens/scene.h"

namespace desk::screens {

struct DeskLine {
  std::string code, text;
};

struct DeskAnswer {
  std::string question;            // as people ask it
  std::string main;                // the sentence that answers
  bool dated = false;              // it names a day, instead of saying that none can be named
  std::vector<DeskLine> lines;     // why, what else, what to do
};

// The round aimed at and the applicant's kind; whoever asks adds what the question is about.
[[nodiscard]] rules::Inputs asked_by(const Scene& scene);
// Nothing when the question cannot be answered from what is known.
[[nodiscard]] std::optional<DeskAnswer> desk_answer(const Scene& scene, std::string_view question, const rules::Inputs& inputs);

}  // namespace desk::screens
