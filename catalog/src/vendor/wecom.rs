//! WeCom (企业微信) global return codes: 192 rows of the vendor's page 全局错误码,
//! <https://developer.work.weixin.qq.com/document/path/90313>, which has grown since. Messages and help texts are copied
//! verbatim, typos included. The enum's documentation lists the parts that are ours. A row has a comment if its advice
//! does not follow from its text.

use crate::{Retry, error_catalog};

error_catalog! {
    /// WeCom (企业微信) global return codes, the `errcode` of every reply of its server API.
    ///
    /// The vendor keeps adding codes and warns that the text of `errmsg` may change: decide by code, show the
    /// text, and expect codes that are not in this table.
    ///
    /// # The vendor's parts and ours
    ///
    /// Codes, messages and help texts are copied verbatim from the vendor's page. Ours are:
    ///
    /// - the **names**;
    /// - the **sections** and their titles. The vendor's page has none, and the numbers do not imply any: codes that
    ///   were added later are among those of other sections. So no section has a range;
    /// - [`en`](WeCom::en), the message in English. If two messages would be equal, a remark in parentheses
    ///   distinguishes them; it is taken from the help text or from the codes around it;
    /// - [`retry`](WeCom::retry), the advice, chosen for each code from its texts, from the page that the vendor links
    ///   as 查看帮助, or from the meaning of the code.
    ///
    /// ```
    /// use error_catalog::{Retry, vendor::WeCom};
    ///
    /// assert_eq!(WeCom::from_code(40014), Some(WeCom::InvalidAccessToken));
    /// assert_eq!(WeCom::InvalidAccessToken.message(), "不合法的access_token");
    /// assert_eq!(WeCom::InvalidAccessToken.en(), "invalid access_token");
    ///
    /// // What a client does next: get a new token, then send the request again.
    /// assert_eq!(WeCom::InvalidAccessToken.retry(), Retry::AfterRenewal);
    /// assert_eq!(WeCom::ApiCallLimitExceeded.retry(), Retry::Later);
    /// ```
    pub enum WeCom: i32 {
        title "企业微信全局错误码";
        source "https://developer.work.weixin.qq.com/document/path/90313";
        lang "zh-CN";
        baseline "src/vendor/wecom.baseline";
        success 0;

        /// The message in English, which is ours, not the vendor's. A remark in parentheses distinguishes equal
        /// messages.
        translation en;
        /// The advice on what a client does with the code. It is ours, not the vendor's.
        column retry: Retry = Retry::Never;

        section General "通用" en "general" {
            -1 => SystemBusy "系统繁忙" {
                en: "system busy",
                help: "服务器暂不可用，建议稍候重试。建议重试次数不超过3次。",
                retry: Retry::UpTo(3),
            },
            0 => Ok "请求成功" { en: "request succeeded", help: "接口调用成功" },
        }

        section InvalidParameters "参数不合法" en "invalid parameters" {
            40001 => InvalidSecret "不合法的secret参数" {
                en: "invalid secret parameter",
                help: "secret在应用详情/通讯录管理助手可查看",
            },
            40003 => InvalidUserId "无效的UserID" { en: "invalid UserID", help: "查看帮助" },
            40004 => InvalidMediaFileType "不合法的媒体文件类型" {
                en: "invalid media file type",
                help: "不满足系统文件要求。参考：上传的媒体文件限制",
            },
            40005 => InvalidMediaUploadType "不合法的type参数" {
                en: "invalid type parameter (media file upload)",
                help: "合法的type取值，参考：上传临时素材",
            },
            40006 => InvalidFileSize "不合法的文件大小" {
                en: "invalid file size",
                help: "系统文件要求，参考：上传的媒体文件限制",
            },
            40007 => InvalidMediaId "不合法的media_id参数" { en: "invalid media_id parameter", help: "查看帮助" },
            40008 => InvalidMsgType "不合法的msgtype参数" {
                en: "invalid msgtype parameter",
                help: "合法的msgtype取值，参考：消息类型",
            },
            40009 => InvalidImageSize "上传图片大小不是有效值" {
                en: "invalid size of the uploaded image",
                help: "图片大小的系统限制，参考上传的媒体文件限制",
            },
            40011 => InvalidVideoSize "上传视频大小不是有效值" {
                en: "invalid size of the uploaded video",
                help: "视频大小的系统限制，参考上传的媒体文件限制",
            },
            40013 => InvalidCorpId "不合法的CorpID" {
                en: "invalid CorpID",
                help: "需确认CorpID是否填写正确，在 web管理端-设置 可查看",
            },
            // The help text is a link to a page that advises to get a new token. A token may be revoked before it expires.
            40014 => InvalidAccessToken "不合法的access_token" {
                en: "invalid access_token",
                help: "查看帮助",
                retry: Retry::AfterRenewal,
            },
            40016 => InvalidButtonCount "不合法的按钮个数" { en: "invalid number of buttons", help: "菜单按钮1-3个" },
            40017 => InvalidButtonType "不合法的按钮类型" {
                en: "invalid button type",
                help: "支持的类型，参考：按钮类型",
            },
            40018 => InvalidButtonNameLength "不合法的按钮名字长度" {
                en: "invalid button name length",
                help: "长度应不超过16个字节",
            },
            40019 => InvalidButtonKeyLength "不合法的按钮KEY长度" {
                en: "invalid button KEY length",
                help: "长度应不超过128字节",
            },
            40020 => InvalidButtonUrlLength "不合法的按钮URL长度" {
                en: "invalid button URL length",
                help: "长度应不超过1024字节",
            },
            40022 => InvalidSubmenuDepth "不合法的子菜单级数" {
                en: "invalid number of submenu levels",
                help: "只能包含一级菜单和二级菜单",
            },
            40023 => InvalidSubmenuButtonCount "不合法的子菜单按钮个数" {
                en: "invalid number of submenu buttons",
                help: "子菜单按钮1-5个",
            },
            40024 => InvalidSubmenuButtonType "不合法的子菜单按钮类型" {
                en: "invalid submenu button type",
                help: "支持的类型，参考：按钮类型",
            },
            40025 => InvalidSubmenuButtonNameLength "不合法的子菜单按钮名字长度" {
                en: "invalid submenu button name length",
                help: "支持的类型，参考：按钮类型",
            },
            40026 => InvalidSubmenuButtonKeyLength "不合法的子菜单按钮KEY长度" {
                en: "invalid submenu button KEY length",
                help: "长度应不超过60个字节",
            },
            40027 => InvalidSubmenuButtonUrlLength "不合法的子菜单按钮URL长度" {
                en: "invalid submenu button URL length",
                help: "长度应不超过1024字节",
            },
            // Only the person can get a new code, by logging in again, so the client cannot renew it. The same is true
            // of the tickets of 84014 and 84015.
            40029 => InvalidOauthCode "不合法的oauth_code" { en: "invalid oauth_code", help: "查看帮助" },
            40031 => InvalidUserIdList "不合法的UserID列表" {
                en: "invalid UserID list",
                help: "指定的UserID列表，至少存在一个UserID不在通讯录中",
            },
            40032 => InvalidUserIdListLength "不合法的UserID列表长度" {
                en: "invalid UserID list length",
                help: "查看帮助",
            },
            40033 => InvalidCharacterInRequest "不合法的请求字符" {
                en: "request contains invalid characters",
                help: r"不能包含\uxxxx格式的字符",
            },
            40035 => InvalidParameter "不合法的参数" { en: "invalid parameter", help: "查看帮助" },
            40050 => ChatNotFound "chatid不存在" {
                en: "chatid does not exist (chat session)",
                help: "会话需要先创建后，才可修改会话详情或者发起聊天",
            },
            40054 => InvalidSubmenuUrlDomain "不合法的子菜单url域名" {
                en: "invalid submenu URL domain",
                help: "查看帮助",
            },
            40055 => InvalidMenuUrlDomain "不合法的菜单url域名" { en: "invalid menu URL domain", help: "查看帮助" },
            40056 => InvalidAgentId "不合法的agentid" { en: "invalid agentid", help: "查看帮助" },
            40057 => InvalidOrUnverifiedCallbackUrl "不合法的callbackurl或者callbackurl验证失败" {
                en: "callbackurl is invalid or could not be verified",
                help: "可自助到开发调试工具重现",
            },
            // Code 40035 has the same message; the help text is about the parameters of a request.
            40058 => InvalidRequestParameter "不合法的参数" {
                en: "invalid parameter (of the request)",
                help: "传递参数不符合系统要求，需要参照具体API接口说明",
            },
            40059 => InvalidLocationReportFlag "不合法的上报地理位置标志位" {
                en: "invalid location reporting flag",
                help: "开关标志位只能填 0 或者 1",
            },
            40063 => EmptyParameter "参数为空" { en: "parameter is empty", help: "查看帮助" },
            40066 => InvalidDepartmentList "不合法的部门列表" {
                en: "invalid department list",
                help: "部门列表为空，或者至少存在一个部门ID不存在于通讯录中",
            },
            40068 => InvalidTagId "不合法的标签ID" {
                en: "invalid tag ID",
                help: "标签ID未指定，或者指定的标签ID不存在",
            },
            40070 => AllTagScopeNodesInvalid "指定的标签范围结点全部无效" {
                en: "all nodes in the specified tag scope are invalid",
                help: "查看帮助",
            },
            40071 => TagNameExists "不合法的标签名字" {
                en: "invalid tag name (it exists already)",
                help: "标签名字已经存在",
            },
            40072 => InvalidTagNameLength "不合法的标签名字长度" {
                en: "invalid tag name length",
                help: "不允许为空，最大长度限制为32个字（汉字或英文字母）",
            },
            40073 => InvalidOpenId "不合法的openid" { en: "invalid openid", help: "openid不存在，需确认获取来源" },
            40074 => ConfidentialNewsNotSupported "news消息不支持保密消息类型" {
                en: "news messages do not support the confidential message type",
                help: "图文消息支持保密类型需改用mpnews",
            },
            // An expired code has the error 42007. A code that never existed is a mistake.
            40077 => InvalidPreAuthCode "不合法的pre_auth_code参数" {
                en: "invalid pre_auth_code parameter",
                help: "预授权码不存在，参考：获取预授权码",
            },
            40078 => InvalidAuthCode "不合法的auth_code参数" {
                en: "invalid auth_code parameter",
                help: "需确认获取来源，并且只能消费一次",
            },
            40080 => InvalidSuiteSecret "不合法的suite_secret" {
                en: "invalid suite_secret",
                help: "套件secret可在第三方管理端套件详情查看",
            },
            // Like 40014, for the token of a suite.
            40082 => InvalidSuiteAccessToken "不合法的suite_token" {
                en: "invalid suite_token",
                help: "查看帮助",
                retry: Retry::AfterRenewal,
            },
            40083 => InvalidSuiteId "不合法的suite_id" { en: "invalid suite_id", help: "suite_id不存在" },
            40084 => InvalidPermanentCode "不合法的permanent_code参数" {
                en: "invalid permanent_code parameter",
                help: "查看帮助",
            },
            // The ticket may have expired. The vendor sends the app a new one every ten minutes: use the latest.
            40085 => InvalidSuiteTicket "不合法的的suite_ticket参数" {
                en: "invalid suite_ticket parameter",
                help: "suite_ticket不存在或者已失效",
                retry: Retry::AfterRenewal,
            },
            40086 => InvalidThirdPartyAppId "不合法的第三方应用appid" {
                en: "invalid appid of a third-party app",
                help: "至少有一个不存在应用id",
            },
            40088 => JobIdNotFound "jobid不存在" { en: "jobid does not exist", help: "请检查 jobid 来源" },
            40089 => BatchJobResultPurged "批量任务的结果已清理" {
                en: "batch job result has been purged",
                help: "系统仅保存最近5次批量任务的结果。可在通讯录查看实际导入情况",
            },
            40091 => InvalidSecretForEnterprise "secret不合法" {
                en: "invalid secret (possibly that of another enterprise)",
                help: "可能用了别的企业的secret",
            },
            40092 => InvalidContentInImportFile "导入文件存在不合法的内容" {
                en: "import file contains invalid content",
                help: "查看帮助",
            },
            // The ticket may have expired, and the client can get a new one.
            40093 => InvalidJsApiTicket "不合法的jsapi_ticket参数" {
                en: "invalid jsapi_ticket parameter",
                help: "ticket已失效，或者拼写错误",
                retry: Retry::AfterRenewal,
            },
            40094 => InvalidUrl "不合法的URL" {
                en: "invalid URL",
                help: "缺少主页URL参数，或者URL不合法（链接需要带上协议头，以 http:// 或者 https:// 开头）",
            },
            91040 => InvalidTicketType "获取ticket的类型无效" {
                en: "invalid type of ticket requested",
                help: "查看帮助",
            },
            2000002 => CorpIdNotFound "CorpId参数无效" {
                en: "invalid CorpId parameter (the CorpId does not exist)",
                help: "指定的CorpId不存在",
            },
        }

        section MissingParameters "缺少参数" en "missing parameters" {
            // The request had no token, which is a mistake of the client, so there is nothing to renew.
            41001 => MissingAccessToken "缺少access_token参数" { en: "missing access_token parameter" },
            41002 => MissingCorpId "缺少corpid参数" { en: "missing corpid parameter" },
            41004 => MissingSecret "缺少secret参数" { en: "missing secret parameter" },
            41006 => MissingMediaId "缺少media_id参数" {
                en: "missing media_id parameter",
                help: "media_id为调用接口必填参数，请确认是否有传递",
            },
            41008 => MissingAuthCode "缺少auth code参数" { en: "missing auth code parameter" },
            41009 => MissingUserId "缺少userid参数" { en: "missing userid parameter" },
            41010 => MissingUrl "缺少url参数" { en: "missing url parameter" },
            41011 => MissingAgentId "缺少agentid参数" { en: "missing agentid parameter" },
            41016 => MissingTitle "缺少title参数" {
                en: "missing title parameter",
                help: "发送图文消息，标题是必填参数。请确认参数是否有传递。",
            },
            41017 => MissingTagId "缺少tagid参数" { en: "missing tagid parameter" },
            41019 => MissingDepartment "缺少 department 参数" { en: "missing department parameter", help: "查看帮助" },
            41021 => MissingSuiteId "缺少suite_id参数" { en: "missing suite_id parameter" },
            41022 => MissingSuiteAccessToken "缺少suite_access_token参数" {
                en: "missing suite_access_token parameter",
            },
            41023 => MissingSuiteTicket "缺少suite_ticket参数" { en: "missing suite_ticket parameter" },
            // Code 41004 has the same message; the codes around this one are about a suite.
            41024 => MissingSuiteSecret "缺少secret参数" { en: "missing secret parameter (of a suite)" },
            41025 => MissingPermanentCode "缺少permanent_code参数" { en: "missing permanent_code parameter" },
            41033 => MissingDescription "缺少 description 参数" {
                en: "missing description parameter",
                help: "发送文本卡片消息接口，description 是必填字段",
            },
        }

        section ExpiredCredentials "凭证已过期" en "expired credentials" {
            42001 => AccessTokenExpired "access_token已过期" {
                en: "access_token has expired",
                help: "access_token有时效性，需要重新获取一次",
                retry: Retry::AfterRenewal,
            },
            42007 => PreAuthCodeExpired "pre_auth_code已过期" {
                en: "pre_auth_code has expired",
                help: "pre_auth_code有时效性，需要重新获取一次",
                retry: Retry::AfterRenewal,
            },
            42009 => SuiteAccessTokenExpired "suite_access_token已过期" {
                en: "suite_access_token has expired",
                help: "suite_access_token有时效性，需要重新获取一次",
                retry: Retry::AfterRenewal,
            },
        }

        section ContentAndMedia "内容与素材" en "content and media" {
            44001 => EmptyMediaFile "多媒体文件为空" {
                en: "media file is empty",
                help: "上传格式参考：上传临时素材，确认header和body的内容正确。",
            },
            44004 => EmptyTextMessageContent "文本消息content参数为空" {
                en: "content parameter of the text message is empty",
                help: "发文本消息content为必填参数，且不能为空",
            },
            85002 => ContainsInvalidWords "包含不合法的词语" { en: "contains invalid words" },
            301015 => InvalidImageMediaId "参数 mediaid 不合法" {
                en: "invalid mediaid parameter (image)",
                help: "请检查 mediaid 来源，应该通过上传临时素材的图片类型获得mediaid",
            },
            301016 => InvalidVoiceFile "上传语音文件不符合系统要求" {
                en: "uploaded voice file does not meet the system requirements",
                help: "语音文件的系统限制，参考上传的媒体文件限制",
            },
            301017 => VoiceFileNotAmr "上传语音文件仅支持AMR格式" {
                en: "uploaded voice file must be in AMR format",
                help: "语音文件的系统限制，参考上传的媒体文件限制",
            },
        }

        section SystemLimits "系统限制" en "system limits" {
            45001 => MediaFileTooLarge "多媒体文件大小超过限制" {
                en: "media file size exceeds the limit",
                help: "图片不可超过5M；音频不可超过5M；文件不可超过20M",
            },
            45002 => MessageContentTooLarge "消息内容大小超过限制" {
                en: "message content size exceeds the limit",
                help: "查看帮助",
            },
            45004 => AppDescriptionLengthOutOfRange "应用description参数长度不符合系统限制" {
                en: "app description parameter length is outside the system limits",
                help: "设置应用若带有description参数，则长度必须为4至120个字符",
            },
            45007 => VoiceTooLong "语音播放时间超过限制" {
                en: "voice playback time exceeds the limit",
                help: "语音播放时长不能超过60秒",
            },
            45008 => NewsArticleCountOutOfRange "图文消息的文章数量不符合系统限制" {
                en: "number of articles in the news message is outside the system limits",
                help: "图文消息的文章数量不能超过8条",
            },
            // The limit is reset at the end of its period.
            45009 => ApiCallLimitExceeded "接口调用超过限制" {
                en: "API calls exceed the limit",
                help: "查看帮助",
                retry: Retry::Later,
            },
            45022 => AppNameLengthOutOfRange "应用name参数长度不符合系统限制" {
                en: "app name parameter length is outside the system limits",
                help: "设置应用若带有name参数，则不允许为空，且不超过32个字符",
            },
            45024 => AccountLimitExceeded "帐号数量超过上限" {
                en: "number of accounts exceeds the limit",
                help: "查看帮助",
            },
            45026 => UserDeletionProtectionTriggered "触发删除用户数的保护" {
                en: "protection against deleting too many users was triggered",
                help: "限制参考：全量覆盖成员",
            },
            45032 => NewsAuthorTooLong "图文消息author参数长度超过限制" {
                en: "news message author parameter length exceeds the limit",
                help: "最长64个字节",
            },
            // The calls are too many at once, not too many in total.
            45033 => ConcurrentApiCallLimitExceeded "接口并发调用超过限制" {
                en: "concurrent API calls exceed the limit",
                help: "查看帮助",
                retry: Retry::Later,
            },
        }

        section DataNotFound "数据不存在" en "data not found" {
            46003 => MenuNotSet "菜单未设置" { en: "menu is not set", help: "菜单需发布后才能获取到数据" },
            46004 => UserNotFound "指定的用户不存在" {
                en: "specified user does not exist",
                help: "需要确认指定的用户存在于通讯录中",
            },
        }

        section AppsAndPermissions "应用与权限" en "apps and permissions" {
            48002 => ApiNotPermitted "API接口无权限调用" { en: "no permission to call the API", help: "查看帮助" },
            48003 => InvalidSuiteIdForSuiteAccessToken "不合法的suite_id" {
                en: "invalid suite_id (not that of the suite_access_token)",
                help: "确认suite_access_token由指定的suite_id生成",
            },
            48004 => InvalidAuthorization "授权关系无效" {
                en: "invalid authorization",
                help: "可能是无授权或授权已被取消",
            },
            48005 => ApiDiscontinued "API接口已废弃" {
                en: "API has been discontinued",
                help: "接口已不再支持，建议改用新接口或者新方案",
            },
            50002 => MemberOutsidePermissionScope "成员不在权限范围" {
                en: "member is outside the permission scope",
                help: "请检查应用或管理组的权限范围",
            },
            50003 => AppDisabled "应用已禁用" {
                en: "app is disabled",
                help: "禁用的应用无法使用API接口。可在”管理端-企业应用”启用应用",
            },
            60012 => DefaultAppDeletionNotAllowed "不允许删除默认应用" {
                en: "deleting the default app is not allowed",
                help: "默认应用的id为0",
            },
            60020 => IpNotInAllowlist "访问ip不在白名单之中" {
                en: "client IP is not in the allowlist",
                help: "请确认访问ip是否在服务商白名单IP列表",
            },
            60028 => ThirdPartyAppHomepageUrlChangeNotAllowed "不允许修改第三方应用的主页 URL" {
                en: "changing the homepage URL of a third-party app is not allowed",
                help: "第三方应用类型，不允许通过接口修改该应用的主页 URL",
            },
            301002 => AppOperationNotPermitted "无权限操作指定的应用" {
                en: "no permission to operate on the specified app",
                help: "查看帮助",
            },
        }

        section TrustedDomains "可信域名" en "trusted domains" {
            50001 => RedirectUrlDomainNotTrusted "redirect_url未登记可信域名" {
                en: "no trusted domain is registered for redirect_url",
                help: "查看帮助",
            },
            80001 => InvalidOrUnfiledTrustedDomain "可信域名不正确，或者无ICP备案" {
                en: "trusted domain is incorrect or has no ICP filing",
                help: "查看帮助",
            },
            // No client waits until a monthly limit is reset.
            85004 => TrustedDomainMonthlyLimitExceeded "每企业每个月设置的可信域名不可超过20个" {
                en: "an enterprise can set at most 20 trusted domains per month",
            },
            85005 => TrustedDomainOwnershipNotVerified "可信域名未通过所有权校验" {
                en: "trusted domain has not passed ownership verification",
                help: "查看帮助",
            },
        }

        section DepartmentsAndTags "部门与标签" en "departments and tags" {
            60001 => DepartmentNameLengthOutOfRange "部门长度不符合限制" {
                en: "department length is outside the limits (length of its name)",
                help: "部门名称不能为空且长度不能超过32个字",
            },
            60003 => DepartmentIdNotFound "部门ID不存在" {
                en: "department ID does not exist",
                help: "需要确认部门ID是否有带，并且存在通讯录中",
            },
            60004 => ParentDepartmentNotFound "父部门不存在" {
                en: "parent department does not exist",
                help: "需要确认父亲部门ID是否有带，并且存在通讯录中",
            },
            60005 => DepartmentHasMembers "部门下存在成员" {
                en: "department has members",
                help: "不允许删除有成员的部门",
            },
            60006 => DepartmentHasSubdepartments "部门下存在子部门" {
                en: "department has subdepartments",
                help: "不允许删除有子部门的部门",
            },
            60007 => RootDepartmentDeletionNotAllowed "不允许删除根部门" {
                en: "deleting the root department is not allowed",
            },
            60008 => DepartmentExists "部门已存在" {
                en: "department already exists",
                help: "部门ID或者部门名称已存在",
            },
            60009 => InvalidCharacterInDepartmentName "部门名称含有非法字符" {
                en: "department name contains invalid characters",
                help: r"不能含有 \:?*“<>| 等字符",
            },
            60010 => CircularDepartmentRelationship "部门存在循环关系" {
                en: "circular relationship between departments",
                help: "查看帮助",
            },
            60011 => MemberDepartmentOrTagNotPermitted "指定的成员/部门/标签参数无权限" {
                en: "no permission for the specified member, department or tag parameter",
                help: "查看帮助",
            },
            60123 => InvalidDepartmentId "无效的部门id" { en: "invalid department ID", help: "部门不存在通讯录中" },
            60124 => InvalidParentDepartmentId "无效的父部门id" {
                en: "invalid parent department ID",
                help: "父部门不存在通讯录中",
            },
            60125 => InvalidDepartmentName "非法部门名字" {
                en: "invalid department name",
                help: r"不能为空，且不能超过64字节，且不能含有\:*?”<>|等字符",
            },
            // Code 41019 has the same message; the codes around this one are about contacts.
            60127 => MissingDepartmentParameter "缺少department参数" {
                en: "missing department parameter (contacts)",
            },
            81001 => DepartmentNodeLimitExceeded "部门下的结点数超过限制（3W）" {
                en: "number of nodes under the department exceeds the limit (30,000)",
            },
            81002 => DepartmentTooDeep "部门最多15层" { en: "departments can be at most 15 levels deep" },
            81011 => TagOperationNotPermitted "无权限操作标签" {
                en: "no permission to operate on the tag",
                help: "查看帮助",
            },
            81013 => AllIdsInvalidOrNotPermitted "UserID、部门ID、标签ID全部非法或无权限" {
                en: "all UserIDs, department IDs and tag IDs are invalid or not permitted",
            },
            // A single request has too many items, so it has to be split.
            81014 => TooManyTagMembersAtOnce "标签添加成员，单次添加user或party过多" {
                en: "too many user or party entries added to the tag at once",
            },
        }

        section Members "成员" en "members" {
            43004 => UserIdNotLinkedToWeChat "指定的userid未绑定微信或未关注微信插件" {
                en: "specified userid is not bound to WeChat or does not follow the WeChat plugin",
                help: "需要成员使用微信登录企业微信或者关注微信插件才能获取openid",
            },
            60102 => UserIdExists "UserID已存在" { en: "UserID already exists" },
            60103 => InvalidMobileNumber "手机号码不合法" {
                en: "invalid mobile number",
                help: "长度不超过32位，字符仅支持数字，加号和减号",
            },
            60104 => MobileNumberExists "手机号码已存在" {
                en: "mobile number already exists",
                help: "同一个企业内，成员的手机号不能重复。建议更换手机号，或者更新已有的手机记录。",
            },
            60105 => InvalidEmail "邮箱不合法" {
                en: "invalid email address",
                help: "长度不超过64位，且为有效的email格式",
            },
            60106 => EmailExists "邮箱已存在" {
                en: "email address already exists",
                help: "同一个企业内，成员的邮箱不能重复。建议更换邮箱，或者更新已有的邮箱记录。",
            },
            60107 => InvalidWeChatId "微信号不合法" {
                en: "invalid WeChat ID",
                help: "微信号格式由字母、数字、”-“、”_“组成，长度为 3-20 字节，首字符必须是字母或”-“或”_“",
            },
            60110 => UserDepartmentLimitExceeded "用户所属部门数量超过限制" {
                en: "number of departments the user belongs to exceeds the limit",
                help: "用户同时归属部门不超过20个",
            },
            60111 => UserIdNotFound "UserID不存在" {
                en: "UserID does not exist",
                help: "UserID参数为空，或者不存在通讯录中",
            },
            60112 => InvalidMemberName "成员name参数不合法" {
                en: "invalid member name parameter",
                help: "不能为空，且不能超过64字符",
            },
            60129 => EmptyMobileNumberAndEmail "成员手机和邮箱都为空" {
                en: "mobile number and email address of the member are both empty",
                help: "成员手机和邮箱至少有个非空",
            },
            301005 => CreatorDeletionNotAllowed "不允许删除创建者" {
                en: "deleting the creator is not allowed",
                help: "创建者不允许从通讯录中删除。如果需要删除该成员，需要先在WEB管理端转移创建者身份。",
            },
            301012 => InvalidPosition "参数 position 不合法" {
                en: "invalid position parameter",
                help: "长度不允许超过128个字符",
            },
            301013 => InvalidTelephone "参数 telephone 不合法" {
                en: "invalid telephone parameter",
                help: "telephone必须由1-32位的纯数字或’-‘号组成。",
            },
            301014 => InvalidEnglishName "参数 english_name 不合法" {
                en: "invalid english_name parameter",
                help: "参数如果有传递，不允许为空字符串，同时不能超过64字节，只能是由字母、数字、点(.)、减号(-)、空格或下划线(_)组成",
            },
            301036 => UserIdChangeNotAllowed "不允许更新该用户的userid" {
                en: "changing the userid of this user is not allowed",
                help: "查看帮助",
            },
        }

        section Invoices "发票" en "invoices" {
            72023 => InvoiceLockedByOtherOfficialAccount "发票已被其他公众号锁定" {
                en: "invoice is locked by another official account",
                help: "查看帮助",
            },
            72024 => InvalidInvoiceStatus "发票状态错误" {
                en: "invalid invoice status",
                help: "reimburse_status状态错误，参考：更新发票状态",
            },
            72037 => InvoiceNotOwnedByUser "存在发票不属于该用户" {
                en: "some invoices do not belong to the user",
                help: "只能批量更新该openid的发票，参考：批量更新发票状态",
            },
        }

        section MessageRecipients "消息接收者" en "message recipients" {
            82001 => AllMembersDepartmentsAndTagsInvalid "指定的成员/部门/标签全部无效" {
                en: "all specified members, departments and tags are invalid",
                help: "查看帮助",
            },
            82002 => InvalidPartyIdListLength "不合法的PartyID列表长度" {
                en: "invalid PartyID list length",
                help: "发消息，单次不能超过100个部门",
            },
            82003 => InvalidTagIdListLength "不合法的TagID列表长度" {
                en: "invalid TagID list length",
                help: "发消息，单次不能超过100个标签",
            },
        }

        section UserTicketAndRegistration "成员票据与注册" en "user tickets and registration" {
            84014 => UserTicketExpired "成员票据过期" { en: "user ticket has expired", help: "查看帮助" },
            84015 => InvalidUserTicket "成员票据无效" {
                en: "invalid user ticket",
                help: "确认user_ticket参数来源是否正确。参考接口：根据code获取成员信息",
            },
            84019 => MissingTemplateId "缺少templateid参数" { en: "missing templateid parameter" },
            84020 => TemplateIdNotFound "templateid不存在" {
                en: "templateid does not exist",
                help: "确认参数是否有带，并且已创建",
            },
            84021 => MissingRegisterCode "缺少register_code参数" { en: "missing register_code parameter" },
            84022 => InvalidRegisterCode "无效的register_code参数" { en: "invalid register_code parameter" },
            84023 => ContactsSyncCompletionNotAllowed "不允许调用设置通讯录同步完成接口" {
                en: "calling the API that marks contacts sync as complete is not allowed",
            },
            84024 => RegistrationInfoNotFound "无注册信息" {
                en: "no registration information found",
                help: "查看帮助",
            },
            84025 => InvalidStateParameter "不符合的state参数" {
                en: "invalid state parameter",
                help: "必须是[a-zA-Z0-9]的参数值，长度不可超过128个字节",
            },
        }

        section GroupChats "群聊会话" en "group chats" {
            86001 => InvalidChatId "参数 chatid 不合法" { en: "invalid chatid parameter" },
            86003 => GroupChatNotFound "参数 chatid 不存在" { en: "chatid does not exist (group chat)" },
            86004 => InvalidGroupChatName "参数 群名不合法" { en: "invalid group chat name parameter" },
            86005 => InvalidGroupChatOwner "参数 群主不合法" { en: "invalid group chat owner parameter" },
            86006 => TooManyOrTooFewGroupChatMembers "群成员数过多或过少" {
                en: "too many or too few group chat members",
            },
            86007 => InvalidGroupChatMember "不合法的群成员" { en: "invalid group chat member" },
            86008 => GroupChatNotCreatedByCaller "非法操作非自己创建的群" {
                en: "invalid operation on a group chat created by someone else",
            },
            86216 => ContainsInvalidChatMemberId "存在非法会话成员ID" {
                en: "at least one chat member ID is invalid",
                help: "查看帮助",
            },
            86217 => ChatSenderNotInMemberList "会话发送者不在会话成员列表中" {
                en: "chat sender is not in the chat member list",
                help: "会话的发送者，必须是会话的成员列表之一",
            },
            86220 => InvalidChatParameter "指定的会话参数不合法" {
                en: "specified chat parameter is invalid",
                help: "查看帮助",
            },
        }

        section ShakeNearby "摇一摇周边" en "shake-nearby" {
            90001 => ShakeNearbyNotVerified "未认证摇一摇周边" { en: "shake-nearby has not been verified" },
            90002 => MissingShakeNearbyTicket "缺少摇一摇周边ticket参数" {
                en: "missing shake-nearby ticket parameter",
            },
            90003 => InvalidShakeNearbyTicket "摇一摇周边ticket参数不合法" {
                en: "invalid shake-nearby ticket parameter",
            },
        }

        section ExternalAttributes "对外属性" en "external attributes" {
            90100 => InvalidExternalAttributeType "非法的对外属性类型" { en: "invalid external attribute type" },
            90101 => InvalidExternalAttributeTextLength "对外属性：文本类型长度不合法" {
                en: "invalid text length in an external attribute",
                help: "文本长度不可超过12个UTF8字符",
            },
            90102 => InvalidExternalAttributeWebPageTitleLength "对外属性：网页类型标题长度不合法" {
                en: "invalid web page title length in an external attribute",
                help: "标题长度不可超过12个UTF8字符",
            },
            90103 => InvalidExternalAttributeWebPageUrl "对外属性：网页url不合法" {
                en: "invalid web page URL in an external attribute",
            },
            90104 => InvalidExternalAttributeMiniProgramTitleLength "对外属性：小程序类型标题长度不合法" {
                en: "invalid mini program title length in an external attribute",
                help: "标题长度不可超过12个UTF8字符",
            },
            90105 => InvalidExternalAttributeMiniProgramPagePath "对外属性：小程序类型pagepath不合法" {
                en: "invalid mini program pagepath in an external attribute",
            },
            90106 => InvalidExternalAttributeParameter "对外属性：请求参数不合法" {
                en: "invalid request parameter in an external attribute",
            },
        }

        section CheckIn "打卡" en "check-in" {
            301021 => ContainsInvalidUserId "参数 userid 无效" {
                en: "invalid userid parameter (at least one userid is not in the contacts)",
                help: "至少有一个userid不存在于通讯录中",
            },
            301022 => CheckInDataFetchFailed "获取打卡数据失败" {
                en: "failed to get check-in data",
                help: "系统失败，可重试处理",
                retry: Retry::Allowed,
            },
            301023 => InvalidOrTooLongUserIdList "useridlist非法或超过限额" {
                en: "useridlist is invalid or exceeds the limit",
                help: "列表数量不能为0且不超过100",
            },
            301024 => CheckInRecordIntervalTooLong "获取打卡记录时间间隔超限" {
                en: "time interval for getting check-in records exceeds the limit",
                help: "保证开始时间大于0 且结束时间大于 0 且结束时间大于开始时间，且间隔少于93天",
            },
        }

        section BatchImport "批量导入" en "batch import" {
            302003 => DuplicateUserIdInBatchImport "批量导入任务的文件中userid有重复" {
                en: "duplicate userid in the batch import job file",
            },
            302004 => InvalidOrganizationStructure "组织架构不合法（1不是一棵树，2 多个一样的partyid，3 partyid空，4 partyid name 空，5 同一个父节点下有两个子节点 部门名字一样 可能是以上情况，请一一排查）" {
                en: "invalid organization structure; possible causes, to be checked one by one: 1. it is not a tree, 2. several identical partyids, 3. an empty partyid, 4. an empty partyid name, 5. two child nodes of the same parent have the same department name",
            },
            // The vendor advises to start another import. Requesting the result of this one again does not help.
            302005 => BatchImportFailed "批量导入系统失败，请重新尝试导入" {
                en: "system failure during batch import; try the import again",
                retry: Retry::Allowed,
            },
            302006 => DuplicatePartyIdInBatchImport "批量导入任务的文件中partyid有重复" {
                en: "duplicate partyid in the batch import job file",
            },
            302007 => DuplicateSubdepartmentNameInBatchImport "批量导入任务的文件中，同一个部门下有两个子部门名字一样" {
                en: "two subdepartments of the same department have the same name in the batch import job file",
            },
        }
    }
}
