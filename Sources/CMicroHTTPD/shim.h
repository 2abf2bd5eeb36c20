#include <microhttpd.h>
#include <string.h>

/* Leaves an address as the client wrote it: decoding is the caller's, who can refuse. */
static size_t versus_keep_escapes(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

/* What a server needs; MHD_start_daemon takes variable arguments, which Swift cannot pass. */
struct versus_server {
  int socket;
  unsigned threads;
  unsigned connections;
  unsigned idle_seconds;
  size_t header_bytes;
  void *context;
  MHD_AccessHandlerCallback answer;
  MHD_NotifyConnectionCallback connected;
  MHD_RequestCompletedCallback completed;
};

static inline struct MHD_Daemon *versus_start(struct versus_server server) {
  struct MHD_OptionItem options[] = {
    {MHD_OPTION_LISTEN_SOCKET, server.socket, NULL},
    {MHD_OPTION_THREAD_POOL_SIZE, server.threads, NULL},
    {MHD_OPTION_CONNECTION_LIMIT, server.connections, NULL},
    {MHD_OPTION_CONNECTION_TIMEOUT, server.idle_seconds, NULL},
    {MHD_OPTION_CONNECTION_MEMORY_LIMIT, (intptr_t)server.header_bytes, NULL},
    {MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL},
    {MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, NULL},
    {MHD_OPTION_UNESCAPE_CALLBACK, (intptr_t)&versus_keep_escapes, NULL},
    {MHD_OPTION_NOTIFY_CONNECTION, (intptr_t)server.connected, server.context},
    {MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)server.completed, server.context},
    {MHD_OPTION_END, 0, NULL},
  };
  return MHD_start_daemon(
    MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
    server.answer, server.context, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

/* MHD_get_connection_info returns a union, behind a function of variable arguments. */
static inline int versus_socket_of(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}
