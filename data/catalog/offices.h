// Offices: on which days tax offices, registries and town halls are closed.
#pragma once

#include <vector>

#include "data/base/calendar.h"
#include "data/catalog/names.h"

namespace desk::catalog {

struct Holiday {
  Date date;
  Names name;
  Source source;
};

// Days on which offices are closed: weekends, public holidays, and 12-29 to 01-03.
struct OfficeCalendar {
  std::vector<Holiday> holidays;  // by date
  [[nodiscard]] const Holiday* holiday(const Date& date) const;
  [[nodiscard]] bool closed(const Date& date) const;
  // The last open day that is not after `date`, the first that is not before it.
  [[nodiscard]] Date open_day_before(Date date) const;
  [[nodiscard]] Date open_day_after(Date date) const;
};

}  // namespace desk::catalog
