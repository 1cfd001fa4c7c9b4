// BenchPrinter: the ESC/POS fixture as a process, with its spool folder. Ends with the test, whatever happens: the process stops when
// its standard input closes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace desk::printer::test {

enum class Line { Tcp, Pty };

class BenchPrinter {
 public:
  explicit BenchPrinter(Line line);
  ~BenchPrinter();
  BenchPrinter(const BenchPrinter&) = delete;
  BenchPrinter& operator=(const BenchPrinter&) = delete;

  [[nodiscard]] const std::string& target() const { return target_; }  // empty: it did not start
  void cause(const std::string& fault, const std::string& value = "");
  void mend(const std::string& fault);
  // The n-th slip that came out, counted from 1; empty when there is none.
  [[nodiscard]] std::vector<std::uint8_t> slip(int n) const;
  // Ends the process and waits for it.
  void switch_off();

 private:
  std::string spool_;
  std::string target_;
  int stdin_ = -1;
  int pid_ = -1;
};

// A new folder under the test's temporary directory, removed with its contents.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

[[nodiscard]] std::vector<std::uint8_t> bytes_of_file(const std::string& path);

}  // namespace desk::printer::test
