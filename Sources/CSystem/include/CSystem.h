// System calls of Linux that Swift's view of the C library leaves out. Elsewhere they say that there are none.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>

/// Brings the whole file system of an open file to the disk: one flush for any number of files. 0, or -1 with `errno`.
int c_sync_file_system(int descriptor);
/// Has this process killed when the one that started it ends, however that ends. 0, or -1 with `errno`.
int c_die_with_parent(void);
/// Makes two sockets that are each other's ends, and that no process inherits unasked. 0, or -1 with `errno`.
int c_socket_pair(int ends[2]);
/// Sends as many bytes as the socket takes now; without a signal where nobody is at the other end. -1 with `errno`.
long c_send(int descriptor, const void *bytes, size_t count);
#endif
