/// XML 1.0 read and validated by libxml2, behind a wall: nothing here names a type of libxml2.
#ifndef CXML_H
#define CXML_H

#include <stddef.h>

/// What is told of a document while it is read. Texts are UTF-8, not ended by a zero byte, and
/// gone after the call.
typedef struct {
  void *_Nullable context;
  /// An element begins; `known` tells whether it is in the namespace asked for.
  void (*_Nonnull start)(void *_Nullable context, const char *_Nonnull name, size_t length,
                         int known, long line);
  /// The element that began last has an attribute without a namespace.
  void (*_Nonnull attribute)(void *_Nullable context, const char *_Nonnull name,
                             size_t length, const char *_Nonnull value,
                             size_t value_length);
  /// A piece of text within the innermost element.
  void (*_Nonnull text)(void *_Nullable context, const char *_Nonnull text, size_t length);
  /// The innermost element ends.
  void (*_Nonnull end)(void *_Nullable context);
} cxml_handler;

/// Where and why a document is not read.
typedef struct {
  /// The line, from 1.
  long line;
  /// What is wrong, ended by a zero byte.
  char message[256];
} cxml_fault;

/// Reads a document and tells it to `handler`, which may be null.
///
/// Nothing but the bytes is read, document type declarations are refused (and with them all
/// entities but the five of XML), and so is nesting beyond `deepest` elements.
///
/// @return 1 when the whole document is well formed; else 0, and `fault` says why.
int cxml_read(const char *_Nullable bytes, size_t count, const char *_Nonnull namespace,
              size_t deepest, const cxml_handler *_Nullable handler, cxml_fault *_Nonnull fault);

/// The namespaces and names that a reader of a format asks for. All texts are ended by a zero byte.
typedef struct {
  /// Addresses of namespaces.
  const char *_Nonnull const *_Nonnull spaces;
  size_t space_count;
  /// Local names of elements and attributes, each once.
  const char *_Nonnull const *_Nonnull names;
  size_t name_count;
} cxml_vocabulary;

/// An attribute of an element. The value is UTF-8, not ended by a zero byte.
typedef struct {
  /// The number of its namespace among those asked for; -1 for another, -2 for none.
  int space;
  /// The number of its local name among those asked for; -1 for another.
  int name;
  const char *_Nonnull value;
  size_t length;
} cxml_attribute;

/// What is told of a document while it is scanned. All addresses are gone after the call.
typedef struct {
  void *_Nullable context;
  /// An element begins; `space` and `name` as in `cxml_attribute`.
  void (*_Nonnull start)(void *_Nullable context, int space, int name,
                         const cxml_attribute *_Nullable attributes, size_t count);
  /// A piece of text within the innermost element.
  void (*_Nonnull text)(void *_Nullable context, const char *_Nonnull text, size_t length);
  /// The innermost element ends.
  void (*_Nonnull end)(void *_Nullable context);
  /// Asked before each element: whether to stop here, because the caller has a fault of its own.
  int (*_Nonnull stops)(void *_Nullable context);
} cxml_scanner;

/// Reads a document as `cxml_read` does, with names told as numbers; made for large documents of
/// which most elements do not matter.
///
/// @return 1 when the whole document is well formed or `stops` said so; else 0, and `fault` says
/// why.
int cxml_scan(const char *_Nullable bytes, size_t count, const cxml_vocabulary *_Nonnull vocabulary,
              size_t deepest, const cxml_scanner *_Nonnull scanner, cxml_fault *_Nonnull fault);

/// What is told of a web page while it is read. All texts are UTF-8 and gone after the call.
typedef struct {
  void *_Nullable context;
  /// An element begins, its name in small letters; `attributes` is null or holds name and value in
  /// turn (a value may be null) and ends with null. Names and values end with a zero byte.
  void (*_Nonnull start)(void *_Nullable context, const char *_Nonnull name,
                         const char *_Nullable const *_Nullable attributes);
  /// A piece of text, not ended by a zero byte.
  void (*_Nonnull text)(void *_Nullable context, const char *_Nonnull text, size_t length);
  /// An element ends: the innermost, whatever the page says.
  void (*_Nonnull end)(void *_Nullable context, const char *_Nonnull name);
} cxml_html_handler;

/// Reads a web page in UTF-8, as broken as it may be, and tells it to `handler`.
///
/// Nothing but the bytes is read; what the page says of its encoding is not asked.
///
/// @return 1 when the whole page was read; 0 when its elements are nested beyond `deepest` or
/// memory is short, and `fault` says which.
int cxml_read_html(const char *_Nullable bytes, size_t count, size_t deepest,
                   const cxml_html_handler *_Nonnull handler, cxml_fault *_Nonnull fault);

/// Validates a document that `cxml_read` accepts by an XML Schema.
///
/// @param report called for each fault found, in document order.
/// @return 1 when the document could be validated, valid or not; else 0.
int cxml_validate(const char *_Nullable bytes, size_t count, const char *_Nonnull schema,
                  size_t schema_count, void *_Nullable context,
                  void (*_Nonnull report)(void *_Nullable context, long line,
                                          const char *_Nonnull message));

/// The project's JSON Schema; its length goes to `count`.
const char *_Nonnull cxml_json_schema(size_t *_Nonnull count);

/// The project's XML Schema; its length goes to `count`.
const char *_Nonnull cxml_xml_schema(size_t *_Nonnull count);

#endif
