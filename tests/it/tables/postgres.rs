//! Some of PostgreSQL's error codes: every code that has two names and every condition name that has two codes,
//! and the classes 00, 23 and 40 whole. From `src/backend/utils/errcodes.txt` of PostgreSQL 15; the messages are the
//! words of its macro names.

use error_catalog::error_catalog;

error_catalog! {
    pub(crate) enum SqlState: &'static str {
        title "PostgreSQL Error Codes";
        source "https://www.postgresql.org/docs/15/errcodes-appendix.html";
        lang "en";
        success "00000";
        shared symbol string_data_right_truncation, null_value_not_allowed,
                      modifying_sql_data_not_permitted, prohibited_sql_statement_attempted,
                      reading_sql_data_not_permitted;

        section SuccessfulCompletion "Class 00 - Successful Completion" "00000"..="00ZZZ" {
            "00000" => SuccessfulCompletion successful_completion "successful completion",
        }
        section Warning "Class 01 - Warning" "01000"..="01ZZZ" {
            "01004" => WarningStringDataRightTruncation string_data_right_truncation "warning string data right truncation",
        }
        section DataException "Class 22 - Data Exception" "22000"..="22ZZZ" {
            "22001" => StringDataRightTruncation string_data_right_truncation "string data right truncation",
            "22004" => NullValueNotAllowed null_value_not_allowed "null value not allowed",
            "22008" => DatetimeFieldOverflow datetime_field_overflow "datetime field overflow"
                       or DatetimeValueOutOfRange "datetime value out of range",
            "2202E" => ArrayElementError "array element error"
                       or ArraySubscriptError array_subscript_error "array subscript error",
        }
        section IntegrityConstraintViolation "Class 23 - Integrity Constraint Violation" "23000"..="23ZZZ" {
            "23000" => IntegrityConstraintViolation integrity_constraint_violation "integrity constraint violation",
            "23001" => RestrictViolation restrict_violation "restrict violation",
            "23502" => NotNullViolation not_null_violation "not null violation",
            "23503" => ForeignKeyViolation foreign_key_violation "foreign key violation",
            "23505" => UniqueViolation unique_violation "unique violation",
            "23514" => CheckViolation check_violation "check violation",
            "23P01" => ExclusionViolation exclusion_violation "exclusion violation",
        }
        section InvalidSqlStatementName "Class 26 - Invalid SQL Statement Name" "26000"..="26ZZZ" {
            "26000" => InvalidSqlStatementName invalid_sql_statement_name "invalid sql statement name"
                       or UndefinedPstatement "undefined pstatement",
        }
        section SqlRoutineException "Class 2F - SQL Routine Exception" "2F000"..="2FZZZ" {
            "2F002" => SREModifyingSqlDataNotPermitted modifying_sql_data_not_permitted "modifying sql data not permitted",
            "2F003" => SREProhibitedSqlStatementAttempted prohibited_sql_statement_attempted "prohibited sql statement attempted",
            "2F004" => SREReadingSqlDataNotPermitted reading_sql_data_not_permitted "reading sql data not permitted",
        }
        section InvalidCursorName "Class 34 - Invalid Cursor Name" "34000"..="34ZZZ" {
            "34000" => InvalidCursorName invalid_cursor_name "invalid cursor name"
                       or UndefinedCursor "undefined cursor",
        }
        section ExternalRoutineException "Class 38 - External Routine Exception" "38000"..="38ZZZ" {
            "38002" => EREModifyingSqlDataNotPermitted modifying_sql_data_not_permitted "modifying sql data not permitted",
            "38003" => EREProhibitedSqlStatementAttempted prohibited_sql_statement_attempted "prohibited sql statement attempted",
            "38004" => EREReadingSqlDataNotPermitted reading_sql_data_not_permitted "reading sql data not permitted",
        }
        section ExternalRoutineInvocationException "Class 39 - External Routine Invocation Exception" "39000"..="39ZZZ" {
            "39004" => ERIENullValueNotAllowed null_value_not_allowed "null value not allowed",
        }
        section InvalidCatalogName "Class 3D - Invalid Catalog Name" "3D000"..="3DZZZ" {
            "3D000" => InvalidCatalogName invalid_catalog_name "invalid catalog name"
                       or UndefinedDatabase "undefined database",
        }
        section InvalidSchemaName "Class 3F - Invalid Schema Name" "3F000"..="3FZZZ" {
            "3F000" => InvalidSchemaName invalid_schema_name "invalid schema name"
                       or UndefinedSchema "undefined schema",
        }
        section TransactionRollback "Class 40 - Transaction Rollback" "40000"..="40ZZZ" {
            "40000" => TransactionRollback transaction_rollback "transaction rollback",
            "40001" => TRSerializationFailure serialization_failure "t r serialization failure",
            "40002" => TRIntegrityConstraintViolation transaction_integrity_constraint_violation "t r integrity constraint violation",
            "40003" => TRStatementCompletionUnknown statement_completion_unknown "t r statement completion unknown",
            "40P01" => TRDeadlockDetected deadlock_detected "t r deadlock detected",
        }
    }
}
