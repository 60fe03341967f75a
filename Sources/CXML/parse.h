#ifndef CXML_PARSE_H
#define CXML_PARSE_H

#include "CXML.h"

#include <libxml/parser.h>

/// A document that is being read: what all readers share.
typedef struct {
  xmlParserCtxtPtr parser;
  size_t deepest;
  size_t depth;
  cxml_fault *fault;
  int failed;
  /// What the reader keeps for itself.
  void *own;
} cxml_parse;

/// Notes the first fault.
void cxml_fail(cxml_parse *parse, long line, const char *message);

/// Notes a fault where the parser stands and reads no further.
void cxml_stop(cxml_parse *parse, const char *message);

/// Counts an element that begins; 0 when it is nested too deep.
int cxml_enter(cxml_parse *parse);

/// Makes the parser for a document and notes it in `parse`; 0 when that fails.
///
/// The handlers of `sax`, whose context will be `parse`, are the only ones: no document is built,
/// nothing is loaded, document type declarations are refused.
int cxml_prepare(cxml_parse *parse, const char *bytes, size_t count, const xmlSAXHandler *sax);

/// Reads the document that was prepared, and frees the parser.
void cxml_run(cxml_parse *parse);

#endif
