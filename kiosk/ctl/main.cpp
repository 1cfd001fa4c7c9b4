// desk-ctl: the operator's command line.
#include <iostream>

#include "data/base/clock.h"
#include "kiosk/ctl/groups.h"
#include "data/base/places.h"
#include "kiosk/ctl/program.h"

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);  // a batch of a hundred thousand lines: nothing here writes through stdio
  const desk::SystemClock clock;
  const desk::ctl::Surroundings with{clock, desk::data_folder() + "/catalog/packs", std::cin, std::cout, std::cerr};
  return desk::ctl::run_program(std::vector<std::string>(words + 1, words + count), desk::ctl::all_verbs(), with);
}
