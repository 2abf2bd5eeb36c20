#include <microhttpd.h>
#include <string.h>

/* Leaves an address as the client wrote it: decoding is the caller's, who can refuse. */
static size_t versus_keep_escapes(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

/* Told of an address before the library takes it apart; what it returns comes with each later call
   for the request. */
typedef void *(*versus_begin)(void *context, const char *target, struct MHD_Connection *connection);

/* What a server needs; MHD_start_daemon takes variable arguments, which Swift cannot pass. */
struct versus_server {
  int socket;
  unsigned threads;
  unsigned connections;
  unsigned idle_seconds;
  size_t header_bytes;
  void *context;
  versus_begin begin;
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
    {MHD_OPTION_URI_LOG_CALLBACK, (intptr_t)server.begin, server.context},
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

/* Hides the query from the library, which keeps a record of each argument and, when its memory is
   used up, never answers. The address stands in the library's own buffer, which it is about to
   write to itself, so the constant may be written to. */
static inline void versus_hide_query(const char *target) {
  char *query = strchr(target, '?');
  if (query != NULL) query[1] = '\0';
}

/* Makes the library see an empty body first, whatever the client says of its size: its own refusal
   of a bad size has its headers twice (version 0.9.75). Returns whether there was room for it. */
static inline int versus_expect_no_body(struct MHD_Connection *connection) {
  return MHD_set_connection_value(connection, MHD_HEADER_KIND, "Content-Length", "0") == MHD_YES;
}

/* The bytes of the request line and all headers, or 0; MHD_get_connection_info returns a union,
   behind a function of variable arguments. */
static inline size_t versus_header_size_of(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info == NULL ? 0 : info->header_size;
}

/* MHD_get_connection_info, as above. */
static inline int versus_socket_of(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
    MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}
