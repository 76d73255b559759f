// System calls of Linux that Swift's view of the C library leaves out. Elsewhere they say that there are none.
#ifndef CSYSTEM_H
#define CSYSTEM_H

/// Brings the whole file system of an open file to the disk: one flush for any number of files. 0, or -1 with `errno`.
int c_sync_file_system(int descriptor);
/// Has this process killed when the one that started it ends, however that ends. 0, or -1 with `errno`.
int c_die_with_parent(void);
#endif
