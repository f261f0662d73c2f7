// AuditContent
