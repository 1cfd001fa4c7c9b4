/* What a test has inside a booted appliance, and the appliance has not: a finger (a uinput touch screen) and a hand (commands as root).
 * Put into the overlay by a second initrd (appliance.py), so that the sealed root stays as it is shipped. Lines come over a virtio port:
 *
 *   down X Y | move X Y | up      0..32767 of the panel
 *   run COMMAND                   its output, then a line "== STATUS"
 */
#include <fcntl.h>
#include <linux/uinput.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static int screen = -1;

static void say(int type, int code, int value) {
  struct input_event event;
  memset(&event, 0, sizeof event);
  event.type = (unsigned short)type;
  event.code = (unsigned short)code;
  event.value = value;
  if (write(screen, &event, sizeof event) < 0) perror("agent: touch");
}

static void axis(int code, int most) {
  struct uinput_abs_setup setup;
  memset(&setup, 0, sizeof setup);
  setup.code = (unsigned short)code;
  setup.absinfo.maximum = most;
  ioctl(screen, UI_ABS_SETUP, &setup);
}

static void plug_in(void) {
  struct uinput_setup setup;
  memset(&setup, 0, sizeof setup);
  screen = open("/dev/uinput", O_WRONLY | O_CLOEXEC);
  if (screen < 0) {
    perror("agent: /dev/uinput");
    return;
  }
  ioctl(screen, UI_SET_EVBIT, EV_KEY);
  ioctl(screen, UI_SET_KEYBIT, BTN_TOUCH);
  ioctl(screen, UI_SET_EVBIT, EV_ABS);
  ioctl(screen, UI_SET_PROPBIT, INPUT_PROP_DIRECT);
  axis(ABS_X, 32767);
  axis(ABS_Y, 32767);
  axis(ABS_MT_SLOT, 9);
  axis(ABS_MT_TRACKING_ID, 65535);
  axis(ABS_MT_POSITION_X, 32767);
  axis(ABS_MT_POSITION_Y, 32767);
  setup.id.bustype = BUS_USB;
  strcpy(setup.name, "test finger");
  ioctl(screen, UI_DEV_SETUP, &setup);
  ioctl(screen, UI_DEV_CREATE);
}

static void touch(const char* line) {
  static int next_id = 1;
  int x = 0, y = 0;
  if (sscanf(line, "down %d %d", &x, &y) == 2) {
    say(EV_ABS, ABS_MT_SLOT, 0);
    say(EV_ABS, ABS_MT_TRACKING_ID, next_id++);
    say(EV_KEY, BTN_TOUCH, 1);
  } else if (sscanf(line, "move %d %d", &x, &y) != 2) {
    say(EV_ABS, ABS_MT_SLOT, 0);
    say(EV_ABS, ABS_MT_TRACKING_ID, -1);
    say(EV_KEY, BTN_TOUCH, 0);
    say(EV_SYN, SYN_REPORT, 0);
    return;
  }
  say(EV_ABS, ABS_MT_POSITION_X, x);
  say(EV_ABS, ABS_MT_POSITION_Y, y);
  say(EV_ABS, ABS_X, x);
  say(EV_ABS, ABS_Y, y);
  say(EV_SYN, SYN_REPORT, 0);
}

static void run(const char* command, int port) {
  char part[4096];
  size_t got;
  int status;
  FILE* out = popen(command, "r");
  if (!out) return;
  while ((got = fread(part, 1, sizeof part, out)) > 0) {
    if (write(port, part, got) < 0) break;
  }
  status = pclose(out);
  dprintf(port, "\n== %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128);
}

int main(int count, char** values) {
  char line[8192];
  size_t length = 0;
  int port;
  if (count < 2) return 2;
  plug_in();
  port = open(values[1], O_RDWR | O_CLOEXEC);
  if (port < 0) return 1;
  dprintf(port, "\n== ready\n");
  for (;;) {
    char c;
    const ssize_t got = read(port, &c, 1);
    if (got <= 0) { /* nobody is connected at the other end: the port has no way to wait for somebody */
      usleep(50000);
      continue;
    }
    if (c != '\n' && length + 1 < sizeof line) {
      line[length++] = c;
      continue;
    }
    line[length] = 0;
    length = 0;
    if (strncmp(line, "run ", 4) == 0) run(line + 4, port);
    else if (line[0]) touch(line);
  }
}
