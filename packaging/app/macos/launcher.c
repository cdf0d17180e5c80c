/* GranView.app's own executable: the interpreter that lies in the application, in this process, so that the Dock and
 * file types see GranView and not Python. Compiled by the recipe: cc -O2 launcher.c -o GranView -DPYTHON='"3.12"'. */
#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <unistd.h>
#endif

#ifndef PYTHON
#define PYTHON "3.12"
#endif
#define HOME_FORMAT "%s/../Resources/GranView/python"

typedef int (*main_function)(int, char **);

static int own_path(char *into, uint32_t size)
{
#ifdef __APPLE__
    return _NSGetExecutablePath(into, &size);
#else
    ssize_t length = readlink("/proc/self/exe", into, size - 1);
    if (length < 0)
        return -1;
    into[length] = 0;
    return 0;
#endif
}

int main(int argc, char **argv)
{
    char linked[PATH_MAX], own[PATH_MAX], python[PATH_MAX + 64], library[PATH_MAX + 64];
    if (own_path(linked, sizeof linked) != 0 || realpath(linked, own) == NULL)
        return 1;
    char *folder = dirname(own);
    snprintf(python, sizeof python, HOME_FORMAT "/bin/python" PYTHON, folder);
#ifdef __APPLE__
    snprintf(library, sizeof library, HOME_FORMAT "/lib/libpython" PYTHON ".dylib", folder);
#else
    snprintf(library, sizeof library, HOME_FORMAT "/lib/libpython" PYTHON ".so.1.0", folder);
#endif
    void *handle = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
    main_function run = handle ? (main_function)(intptr_t)dlsym(handle, "Py_BytesMain") : NULL;
    if (run == NULL) {
        fprintf(stderr, "GranView is not whole: %s\n", dlerror());
        return 1;
    }
    char **arguments = calloc((size_t)argc + 4, sizeof *arguments);
    if (arguments == NULL)
        return 1;
    arguments[0] = python;
    arguments[1] = "-I";
    arguments[2] = "-m";
    arguments[3] = "granview";
    memcpy(arguments + 4, argv + 1, (size_t)(argc - 1) * sizeof *argv);
    return run(argc + 3, arguments);
}
