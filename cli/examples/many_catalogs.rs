//! A tool with twenty catalogs, as a large company may have:
//!
//!     cargo run -p errcat --example many_catalogs -- site --out codes.html

use errcat::table;
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Retry, error_catalog};
use std::process::ExitCode;

/// Declares the catalog of a team's service. All services have the same errors, with different codes.
macro_rules! service {
    ($name:ident, $title:literal, $team:literal) => {
        error_catalog! {
            /// The errors of the service.
            pub enum $name: u32 {
                title $title;
                source "https://wiki.example.com/errors";
                lang "en";
                success 0;
                /// The team to call.
                column team: &'static str = $team;
                /// The message in Chinese.
                translation zh;
                /// The advice to a client.
                column retry: Retry = Retry::Never;

                0 => Ok "done" { zh: "成功" },

                section Requests "requests" 1..=99 {
                    1 => BadRequest BAD_REQUEST "the request cannot be read" { zh: "无法读取请求", help: "compare it with the schema of the API" },
                    2 => MissingField MISSING_FIELD "a required field is missing" { zh: "缺少必填字段" },
                    3 => FieldTooLong FIELD_TOO_LONG "a field is longer than its limit" { zh: "字段超过长度限制" },
                    #[deprecated(since = "2.0.0", note = "use 2")]
                    4 => NoField NO_FIELD "no such field" { zh: "字段不存在" },
                }
                section Access "access" 100..=199 {
                    100 => TokenExpired TOKEN_EXPIRED "the token has expired" { zh: "令牌已过期", retry: Retry::AfterRenewal },
                    101 => Forbidden FORBIDDEN "the caller may not do this" { zh: "没有权限", help: "ask the owner of the resource" },
                    102 => Locked LOCKED "the account is locked" { zh: "账号已锁定" }
                        or Suspended SUSPENDED "the account is suspended" { zh: "账号已停用", team: "accounts" },
                }
                section Load "load" 200..=299 {
                    200 => TooManyRequests TOO_MANY_REQUESTS "too many requests" { zh: "请求过于频繁", retry: Retry::UpTo(3) },
                    201 => Timeout TIMEOUT "the service did not answer in time" { zh: "服务超时", retry: Retry::Allowed },
                }
            }
        }
    };
}
service!(Accounts, "accounts and profiles", "accounts");
service!(Approvals, "approvals", "office");
service!(Archive, "archive", "storage");
service!(Billing, "invoices and billing", "money");
service!(Calendar, "calendars and rooms", "office");
service!(Products, "products", "shop");
service!(Chat, "chat and channels", "messaging");
service!(Coupons, "coupons", "shop");
service!(Devices, "devices", "hardware");
service!(Documents, "documents and folders", "storage");
service!(Gateway, "the gateway", "platform");
service!(Licenses, "licenses", "money");
service!(Meetings, "meetings", "office");
service!(Orders, "orders", "shop");
service!(Payments, "payments and refunds", "money");
service!(Reports, "reports", "data");
service!(Search, "search", "data");
service!(Webhooks, "webhooks", "platform");

fn main() -> ExitCode {
    errcat::main([
        table::<WeCom>(),
        table::<Youdu>(),
        table::<Accounts>(),
        table::<Approvals>(),
        table::<Archive>(),
        table::<Billing>(),
        table::<Calendar>(),
        table::<Products>(),
        table::<Chat>(),
        table::<Coupons>(),
        table::<Devices>(),
        table::<Documents>(),
        table::<Gateway>(),
        table::<Licenses>(),
        table::<Meetings>(),
        table::<Orders>(),
        table::<Payments>(),
        table::<Reports>(),
        table::<Search>(),
        table::<Webhooks>(),
    ])
}
