// Generated from the server's OpenAPI by `npm run generate:types`. Not edited by hand.

export interface paths {
    "/api/actions/{action_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Action */
        delete: operations["remove_action_api_actions__action_id__delete"];
        options?: never;
        head?: never;
        /** Change Action */
        patch: operations["change_action_api_actions__action_id__patch"];
        trace?: never;
    };
    "/api/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Agents */
        get: operations["list_agents_api_agents_get"];
        put?: never;
        /** Create Agent */
        post: operations["create_agent_api_agents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Agent */
        get: operations["get_agent_api_agents__agent_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Agent */
        patch: operations["change_agent_api_agents__agent_id__patch"];
        trace?: never;
    };
    "/api/agents/{agent_id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Actions */
        get: operations["list_actions_api_agents__agent_id__actions_get"];
        put?: never;
        /** Create Action */
        post: operations["create_action_api_agents__agent_id__actions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Flags */
        get: operations["list_flags_api_agents__agent_id__flags_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/models/{model_id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try Kept Model */
        post: operations["try_kept_model_api_agents__agent_id__models__model_id__trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/models/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try Model */
        post: operations["try_model_api_agents__agent_id__models_test_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/models/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Model Usage */
        get: operations["model_usage_api_agents__agent_id__models_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/question-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Tests */
        get: operations["list_tests_api_agents__agent_id__question_tests_get"];
        put?: never;
        /** Add Test */
        post: operations["add_test_api_agents__agent_id__question_tests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/question-tests/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose */
        put: operations["choose_api_agents__agent_id__question_tests_choices_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/question-tests/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run Tests */
        post: operations["run_tests_api_agents__agent_id__question_tests_runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/question-tests/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export Tests */
        get: operations["export_tests_api_agents__agent_id__question_tests_sheet_get"];
        put?: never;
        /** Import Tests */
        post: operations["import_tests_api_agents__agent_id__question_tests_sheet_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/question-tests/sheet/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look At Sheet */
        post: operations["look_at_sheet_api_agents__agent_id__question_tests_sheet_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/question-tests/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suggest Tests */
        get: operations["suggest_tests_api_agents__agent_id__question_tests_suggestions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Agent */
        post: operations["ask_agent_api_agents__agent_id__rehearsals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Rules */
        get: operations["get_rules_api_agents__agent_id__rules_get"];
        put?: never;
        /** Add Rule */
        post: operations["add_rule_api_agents__agent_id__rules_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Order Rules */
        put: operations["order_rules_api_agents__agent_id__rules_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/setup-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Checks */
        get: operations["list_checks_api_agents__agent_id__setup_checks_get"];
        put?: never;
        /** Run Check */
        post: operations["run_check_api_agents__agent_id__setup_checks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Sources */
        get: operations["list_sources_api_agents__agent_id__sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Files */
        post: operations["add_files_api_agents__agent_id__sources_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Page */
        post: operations["add_page_api_agents__agent_id__sources_pages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Question */
        post: operations["add_question_api_agents__agent_id__sources_questions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/questions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import Questions */
        post: operations["import_questions_api_agents__agent_id__sources_questions_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/questions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview Questions */
        post: operations["preview_questions_api_agents__agent_id__sources_questions_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Text */
        post: operations["add_text_api_agents__agent_id__sources_text_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Website */
        post: operations["add_website_api_agents__agent_id__sources_websites_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Alarm */
        get: operations["read_alarm_api_alarm_get"];
        /** Change Alarm */
        put: operations["change_alarm_api_alarm_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alarm/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Test Alarm */
        post: operations["test_alarm_api_alarm_tests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Thread */
        get: operations["read_thread_api_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge Emergency */
        post: operations["acknowledge_emergency_api_conversations__conversation_id__acknowledgement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/alarm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Alarm Of Conversation */
        get: operations["read_alarm_of_conversation_api_conversations__conversation_id__alarm_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct Field */
        patch: operations["correct_field_api_conversations__conversation_id__fields__key__patch"];
        trace?: never;
    };
    "/api/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post Reply */
        post: operations["post_reply_api_conversations__conversation_id__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/messages/{message_id}/turn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why This Message */
        get: operations["why_this_message_api_conversations__conversation_id__messages__message_id__turn_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post Note */
        post: operations["post_note_api_conversations__conversation_id__notes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark Read */
        put: operations["mark_read_api_conversations__conversation_id__read_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve */
        post: operations["resolve_api_conversations__conversation_id__resolution_post"];
        /** Reopen */
        delete: operations["reopen_api_conversations__conversation_id__resolution_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take Over */
        post: operations["take_over_api_conversations__conversation_id__takeover_post"];
        /** Hand Back */
        delete: operations["hand_back_api_conversations__conversation_id__takeover_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Turns */
        get: operations["list_turns_api_conversations__conversation_id__turns_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Member Types */
        post: operations["member_types_api_conversations__conversation_id__typing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Document */
        get: operations["get_document_api_documents__document_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{document_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Versions */
        get: operations["list_versions_api_documents__document_id__versions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{document_id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Version */
        get: operations["get_version_api_documents__document_id__versions__version__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Poll */
        get: operations["poll_api_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/{flag_id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismiss Flag */
        post: operations["dismiss_flag_api_flags__flag_id__dismissal_post"];
        /** Restore Flag */
        delete: operations["restore_flag_api_flags__flag_id__dismissal_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Inbox */
        get: operations["list_inbox_api_inbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite */
        post: operations["invite_api_invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Invitation */
        delete: operations["remove_invitation_api_invitations__invitation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send Again */
        post: operations["send_again_api_invitations__invitation_id__resend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept */
        post: operations["accept_api_invitations_accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview */
        post: operations["preview_api_invitations_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask For New Link */
        post: operations["ask_for_new_link_api_invitations_renewal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Outbox */
        get: operations["read_outbox_api_mails_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Me */
        get: operations["me_api_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set Availability */
        put: operations["set_availability_api_me_availability_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Heartbeat */
        post: operations["heartbeat_api_me_heartbeat_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Members */
        get: operations["read_members_api_members_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Member */
        delete: operations["remove_member_api_members__member_id__delete"];
        options?: never;
        head?: never;
        /** Change Role */
        patch: operations["change_role_api_members__member_id__patch"];
        trace?: never;
    };
    "/api/model-budgets/reached": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Budgets Reached */
        get: operations["budgets_reached_api_model_budgets_reached_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Model Policy */
        get: operations["get_model_policy_api_model_policy_get"];
        /** Set Model Policy */
        put: operations["set_model_policy_api_model_policy_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-troubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models Out Of Order */
        get: operations["models_out_of_order_api_model_troubles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/model-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Workspace Usage */
        get: operations["workspace_usage_api_model_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-test-runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Run */
        get: operations["get_run_api_question_test_runs__run_id__get"];
        put?: never;
        post?: never;
        /** Cancel Run */
        delete: operations["cancel_run_api_question_test_runs__run_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-test-runs/{run_id}/results/{question_test_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Result */
        get: operations["get_result_api_question_test_runs__run_id__results__question_test_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-tests/{question_test_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Test */
        put: operations["change_test_api_question_tests__question_test_id__put"];
        post?: never;
        /** Remove Test */
        delete: operations["remove_test_api_question_tests__question_test_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rehearsals/{rehearsal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Rehearsal */
        get: operations["get_rehearsal_api_rehearsals__rehearsal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete Rule */
        delete: operations["delete_rule_api_rules__rule_id__delete"];
        options?: never;
        head?: never;
        /** Change Rule */
        patch: operations["change_rule_api_rules__rule_id__patch"];
        trace?: never;
    };
    "/api/saved-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Saved Replies */
        get: operations["list_saved_replies_api_saved_replies_get"];
        put?: never;
        /** Save Reply */
        post: operations["save_reply_api_saved_replies_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-replies/{saved_reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change Saved Reply */
        put: operations["change_saved_reply_api_saved_replies__saved_reply_id__put"];
        post?: never;
        /** Remove Saved Reply */
        delete: operations["remove_saved_reply_api_saved_replies__saved_reply_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-replies/{saved_reply_id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count Use */
        post: operations["count_use_api_saved_replies__saved_reply_id__uses_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign In */
        post: operations["sign_in_api_session_post"];
        /** Sign Out */
        delete: operations["sign_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose Workspace */
        put: operations["choose_workspace_api_session_workspace_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Setup Needed */
        get: operations["setup_needed_api_setup_get"];
        put?: never;
        /** Set Up */
        post: operations["set_up_api_setup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup-checks/{check_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Check */
        get: operations["get_check_api_setup_checks__check_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Source */
        get: operations["get_source_api_sources__source_id__get"];
        put?: never;
        post?: never;
        /** Remove Source */
        delete: operations["remove_source_api_sources__source_id__delete"];
        options?: never;
        head?: never;
        /** Change Website */
        patch: operations["change_website_api_sources__source_id__patch"];
        trace?: never;
    };
    "/api/sources/{source_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Crawls */
        get: operations["list_crawls_api_sources__source_id__changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/changes/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Changes */
        get: operations["list_changes_api_sources__source_id__changes__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Original */
        get: operations["get_original_api_sources__source_id__original_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Pages */
        get: operations["list_pages_api_sources__source_id__pages_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/pages/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry Failed Pages */
        post: operations["retry_failed_pages_api_sources__source_id__pages_retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Edit Question */
        put: operations["edit_question_api_sources__source_id__question_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Edit Questions */
        put: operations["edit_questions_api_sources__source_id__questions_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop Reading */
        delete: operations["stop_reading_api_sources__source_id__reading_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Source */
        post: operations["ask_source_api_sources__source_id__rehearsals_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Bring Source Back */
        delete: operations["bring_source_back_api_sources__source_id__removal_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry Source */
        post: operations["retry_source_api_sources__source_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Edit Text */
        put: operations["edit_text_api_sources__source_id__text_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stream */
        get: operations["stream_api_stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/turns/{turn_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Turn */
        get: operations["get_turn_api_turns__turn_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/turns/{turn_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replay Turn */
        post: operations["replay_turn_api_turns__turn_id__replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave Contact */
        post: operations["leave_contact_api_widget__widget_key__contact_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/conversation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Conversation */
        get: operations["read_conversation_api_widget__widget_key__conversation_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start Anew */
        post: operations["start_anew_api_widget__widget_key__conversations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visitor Poll */
        get: operations["visitor_poll_api_widget__widget_key__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit Form */
        post: operations["submit_form_api_widget__widget_key__form_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask For Person */
        post: operations["ask_for_person_api_widget__widget_key__handoff_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post Message */
        post: operations["post_message_api_widget__widget_key__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/messages/{message_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rate Answer */
        put: operations["rate_answer_api_widget__widget_key__messages__message_id__rating_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Settings */
        get: operations["read_settings_api_widget__widget_key__settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visitor Stream */
        get: operations["visitor_stream_api_widget__widget_key__stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Visitor Types */
        post: operations["visitor_types_api_widget__widget_key__typing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/visitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Welcome */
        post: operations["welcome_api_widget__widget_key__visitors_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Workspace */
        get: operations["read_workspace_api_workspace_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change Workspace */
        patch: operations["change_workspace_api_workspace_patch"];
        trace?: never;
    };
    "/api/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Found Workspace */
        post: operations["found_workspace_api_workspaces_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptBody: {
            name?: string | null;
            password?: string | null;
            token: string;
        };
        ActionBody: {
            fields: components["schemas"]["ActionField"][];
            /** @default  */
            intro: string;
            name: string;
        };
        ActionChanged: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "action.changed";
        };
        ActionField: {
            /** @default [] */
            choices: string[];
            /** @default  */
            hint: string;
            /** @default  */
            key: string;
            label: string;
            /** @default  */
            pattern: string;
            /** @default true */
            required: boolean;
            /** @default text */
            type: components["schemas"]["FieldType"];
        };
        ActionOut: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            created_at: string;
            fields: components["schemas"]["ActionField"][];
            /** Format: uuid */
            id: string;
            intro: string;
            name: string;
        };
        ActionPatch: {
            fields?: components["schemas"]["ActionField"][] | null;
            intro?: string | null;
            name?: string | null;
        };
        AddPreset: {
            /**
             * @default add_preset
             * @constant
             */
            kind: "add_preset";
            label: string;
            /** @enum {string} */
            preset: "asks_for_person" | "no_answer" | "confidence_below" | "stuck" | "unanswered_in_a_row" | "other_language" | "clinical" | "agent_unavailable";
        };
        After: {
            conversation: components["schemas"]["VisitorConversation"] | null;
        };
        AgentChanged: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "agent.changed";
        };
        AgentCreated: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "agent.created";
        };
        AgentOut: {
            allowed_sites: string[];
            /** @enum {string} */
            answer_length: "short" | "medium" | "long";
            /** @enum {string} */
            answerer: "verbatim" | "generative";
            brand_color: string;
            budget: components["schemas"]["BudgetShape"];
            /** Format: date-time */
            created_at: string;
            emergency_region: string;
            greeting: string;
            /** Format: uuid */
            id: string;
            instructions: string;
            language: string;
            models: components["schemas"]["ModelOut"][];
            name: string;
            quotes_when_down: boolean;
            suggested_questions: string[];
            /** @enum {string} */
            tone: "warm" | "plain" | "formal";
            widget_key: string;
        };
        AgentPatch: {
            allowed_sites?: string[] | null;
            answer_length?: ("short" | "medium" | "long") | null;
            answerer?: ("verbatim" | "generative") | null;
            brand_color?: string | null;
            budget?: components["schemas"]["BudgetShape"] | null;
            emergency_region?: string | null;
            greeting?: string | null;
            instructions?: string | null;
            language?: string | null;
            models?: components["schemas"]["ModelIn"][] | null;
            name?: string | null;
            quotes_when_down?: boolean | null;
            suggested_questions?: string[] | null;
            tone?: ("warm" | "plain" | "formal") | null;
        };
        "AgentUnavailable-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "agent_unavailable";
        };
        "AgentUnavailable-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "agent_unavailable";
        };
        AlarmChanged: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "alarm.changed";
        };
        AlarmOfConversation: {
            calls: components["schemas"]["CallOut"][];
            steps: components["schemas"]["StepOut"][];
        };
        AlarmOut: {
            answered: components["schemas"]["AnsweredOut"];
            calls: components["schemas"]["CallOut"][];
            has_mail_server: boolean;
            ladder: components["schemas"]["LadderShape"];
            new_secret: string | null;
        };
        /** @enum {string} */
        AlarmStep: "raised" | "members_here" | "everybody" | "contact" | "webhook" | "again";
        Answerability: {
            confidence: number;
            /** @default [] */
            features: components["schemas"]["Feature"][];
            least: number;
            model: string | null;
        };
        AnsweredOut: {
            emergencies: number;
            median_seconds: number | null;
            slowest_seconds: number | null;
        };
        AnswerFacts: {
            /** @default false */
            chat: boolean;
            confidence: number | null;
            /** @default 0 */
            missed_before: number;
            /** @default false */
            person_noticed: boolean;
            /** @default false */
            unavailable: boolean;
        };
        AnswerRated: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            message_id: string;
            rating: ("up" | "down") | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.answer_rated";
        };
        "AsksForPerson-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "asks_for_person";
        };
        "AsksForPerson-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "asks_for_person";
        };
        /** @enum {string} */
        Author: "visitor" | "agent" | "member" | "desk";
        AvailabilityBody: {
            /** @enum {string} */
            availability: "available" | "away";
        };
        Body_add_files_api_agents__agent_id__sources_files_post: {
            files: string[];
        };
        Body_import_questions_api_agents__agent_id__sources_questions_import_post: {
            answer_column?: number | null;
            file: string;
            /** @default true */
            has_names: boolean;
            question_column?: number | null;
        };
        Body_preview_questions_api_agents__agent_id__sources_questions_preview_post: {
            answer_column?: number | null;
            file: string;
            /** @default true */
            has_names: boolean;
            question_column?: number | null;
        };
        BudgetReached: {
            /** Format: uuid */
            agent_id: string;
            agent_name: string;
            /** @enum {string} */
            period: "day" | "month";
            quotes: boolean;
            /** @enum {string} */
            whose: "agent" | "workspace";
        };
        BudgetShape: {
            dollars_a_day?: number | null;
            dollars_a_month?: number | null;
            tokens_a_day?: number | null;
            tokens_a_month?: number | null;
        };
        CallOut: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            channel: "mail" | "webhook";
            conversation_id: string | null;
            error: string | null;
            /** Format: uuid */
            id: string;
            is_test: boolean;
            round: number;
            /** @enum {string} */
            state: "waiting" | "sent" | "kept" | "failed" | "not_needed";
            step: components["schemas"]["AlarmStep"];
            to: string;
        };
        Came: {
            confidence: number | null;
            failure: string | null;
            label: string | null;
            /** @enum {string} */
            outcome: "reply" | "say" | "hand_off";
            reason: string | null;
            rule_id: string | null;
            /** @default  */
            text: string;
        };
        ChangeList: {
            changes: components["schemas"]["PageChangeOut"][];
        };
        Choices: {
            /** @default true */
            after_content: boolean;
            /** @default true */
            after_settings: boolean;
        };
        ChooseBody: {
            /** Format: uuid */
            workspace_id: string;
        };
        Citation: {
            document_id: string | null;
            number: number;
            passage: string;
            /** Format: uuid */
            passage_id: string;
            path: string;
            quote: string;
            read_at: string | null;
            /** Format: uuid */
            source_id: string;
            title: string;
            url: string | null;
            version: number | null;
        };
        "ClinicalQuestion-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "clinical";
        };
        "ClinicalQuestion-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "clinical";
        };
        CollectFirst: {
            /** Format: uuid */
            action_id: string;
            /**
             * @default collect_first
             * @constant
             */
            kind: "collect_first";
            label: string;
            /** Format: uuid */
            rule_id: string;
        };
        ColumnsOut: {
            answer: number;
            has_names: boolean;
            question: number;
        };
        "ConfidenceBelow-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "confidence_below";
            threshold: number;
        };
        "ConfidenceBelow-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "confidence_below";
            threshold: number;
        };
        Considered: {
            dense: number;
            digest: string;
            /** Format: uuid */
            document_id: string;
            document_version: number | null;
            lexical: number;
            /** Format: uuid */
            passage_id: string;
            path: string;
            quote: string | null;
            rank: number;
            read_at: string | null;
            score: number;
            /** Format: uuid */
            source_id: string;
            text: string;
            title: string;
            url: string | null;
            /** @default false */
            used: boolean;
        };
        ContactBody: {
            /** Format: email */
            email: string;
        };
        Conversation: {
            /** Format: uuid */
            agent_id: string;
            contact_known: boolean;
            /** Format: date-time */
            created_at: string;
            emergency: components["schemas"]["Emergency"] | null;
            epoch: number;
            form: components["schemas"]["Form"] | null;
            holder_id: string | null;
            holder_name: string | null;
            /** Format: uuid */
            id: string;
            /** @default false */
            is_check: boolean;
            is_test: boolean;
            label: string | null;
            last_message: components["schemas"]["LastMessage"] | null;
            last_seq: number;
            last_visitor_seq: number;
            page: string | null;
            priority: components["schemas"]["Priority"];
            reason: components["schemas"]["Reason"] | null;
            rule_id: string | null;
            segment: number;
            /** Format: date-time */
            since: string;
            state: components["schemas"]["State"];
            /** Format: date-time */
            updated_at: string;
            /** Format: uuid */
            visitor_id: string;
            visitor_name: string;
            waiting_since: string | null;
        };
        ConversationForVisitor: {
            availability: components["schemas"]["VisitorAvailability"] | null;
            conversation: components["schemas"]["VisitorConversation"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation";
        };
        ConversationRead: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            member_id: string;
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.read";
        };
        ConversationStarted: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.started";
        };
        CorrectionBody: {
            value: string;
        };
        CrawlList: {
            crawls: components["schemas"]["CrawlOut"][];
        };
        CrawlOut: {
            added: number;
            /** @enum {string} */
            cause: "added" | "again" | "failed_pages" | "scheduled";
            changed: number;
            ended_at: string | null;
            failed: number;
            number: number;
            removed: number;
            /** Format: date-time */
            started_at: string;
            unchanged: number;
        };
        Decision: {
            fired: boolean;
            name: string;
            rule_id: string | null;
            rule_version: number | null;
            step: number;
            threshold: number | null;
            value: number | null;
            why: string;
        };
        DeleteRule: {
            /**
             * @default delete_rule
             * @constant
             */
            kind: "delete_rule";
            label: string;
            /** Format: uuid */
            rule_id: string;
        };
        deskbell__channels__widget__wire__DraftWithdrawn: {
            /** Format: uuid */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft_withdrawn";
        };
        deskbell__events__ephemeral__DraftWithdrawn: {
            /** Format: uuid */
            conversation_id: string;
            text: string;
            /** Format: uuid */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft_withdrawn";
            /** Format: uuid */
            visitor_id: string;
        };
        "DetailsCollected-Input": {
            /** Format: uuid */
            action_id: string;
            /** @default  */
            field: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "details_collected";
            /** @default  */
            value: string;
        };
        "DetailsCollected-Output": {
            /** Format: uuid */
            action_id: string;
            /** @default  */
            field: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "details_collected";
            /** @default  */
            value: string;
        };
        /** @enum {string} */
        Disposition: "reached" | "directed" | "false_alarm" | "unable_to_reach";
        DocumentOut: {
            body: string;
            /** Format: uuid */
            id: string;
            is_latest: boolean;
            passages: components["schemas"]["PassageOut"][];
            /** Format: date-time */
            read_at: string;
            removed_at: string | null;
            /** Format: uuid */
            source_id: string;
            title: string;
            url: string | null;
            version: number;
            words: number;
        };
        Draft: {
            /** Format: uuid */
            conversation_id: string;
            epoch: number;
            text: string;
            /** Format: uuid */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft";
            /** Format: uuid */
            visitor_id: string;
        };
        Drafted: {
            confidence: number;
            text: string;
        };
        DraftForVisitor: {
            text: string;
            /** Format: uuid */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft";
        };
        EarlierConversation: {
            /** Format: uuid */
            id: string;
            last_text: string | null;
            /** Format: date-time */
            opened_at: string;
            state: components["schemas"]["State"];
        };
        EditAction: {
            /** Format: uuid */
            action_id: string;
            /**
             * @default edit_action
             * @constant
             */
            kind: "edit_action";
            label: string;
        };
        EditedQuestion: {
            answer: string;
            question: string;
            revision?: string | null;
        };
        EditedQuestions: {
            pairs: components["schemas"]["QuestionPair"][];
            revision?: string | null;
            title: string;
        };
        EditedText: {
            revision?: string | null;
            text: string;
            title: string;
        };
        Emergency: {
            acknowledged_at: string | null;
            acknowledged_by: string | null;
            card: components["schemas"]["EmergencyCard"];
            disposed_at: string | null;
            disposed_by: string | null;
            disposition: components["schemas"]["Disposition"] | null;
            kind: string;
            /** Format: date-time */
            raised_at: string;
        };
        EmergencyAcknowledged: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.emergency_acknowledged";
        };
        EmergencyCard: {
            /** @default  */
            after: string;
            /** @default  */
            footnote: string;
            heading: string;
            numbers: components["schemas"]["EmergencyNumber"][];
            sentence: string;
        };
        EmergencyNumber: {
            /** @default false */
            can_text: boolean;
            label: string;
            number: string;
        };
        EmergencyNumbers: {
            numbers: components["schemas"]["EmergencyNumber"][];
        };
        EmergencyRaised: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.emergency_raised";
        };
        EnableRule: {
            /**
             * @default enable_rule
             * @constant
             */
            kind: "enable_rule";
            label: string;
            /** Format: uuid */
            rule_id: string;
        };
        EphemeralForMember: {
            ephemeral: components["schemas"]["Draft"] | components["schemas"]["deskbell__events__ephemeral__DraftWithdrawn"] | components["schemas"]["Typing"];
        };
        EventForVisitor: {
            event: components["schemas"]["MessageForVisitor"] | components["schemas"]["ConversationForVisitor"] | components["schemas"]["DraftForVisitor"] | components["schemas"]["deskbell__channels__widget__wire__DraftWithdrawn"] | components["schemas"]["TypingForVisitor"];
        };
        EventPage: {
            events: components["schemas"]["MemberEvent"][];
            position: number;
        };
        Feature: {
            name: string;
            sentence: string;
            value: number;
        };
        FieldProblem: {
            key: string;
            sentence: string;
        };
        FieldsBody: {
            fields: components["schemas"]["FieldValue"][];
        };
        FieldsCollected: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            fields: components["schemas"]["FieldValue"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.fields_collected";
        };
        /** @enum {string} */
        FieldType: "text" | "choice" | "email" | "phone" | "date" | "reference";
        FieldValue: {
            action_id: string | null;
            edited_by: string | null;
            key: string;
            label: string;
            /** @default false */
            missing: boolean;
            original: string;
            value: string;
            verified: boolean;
        };
        Finding: {
            code: string;
            fix: components["schemas"]["AddPreset"] | components["schemas"]["EnableRule"] | components["schemas"]["DeleteRule"] | components["schemas"]["CollectFirst"] | components["schemas"]["MoveBefore"] | components["schemas"]["SetThreshold"] | components["schemas"]["EditAction"];
            rule_id: string | null;
            sentence: string;
        };
        Fix: {
            /** @default  */
            href: string;
            label: string;
        };
        FlaggedPassage: {
            /** Format: uuid */
            document_id: string;
            /** Format: uuid */
            passage_id: string;
            path: string;
            /** Format: date-time */
            read_at: string;
            /** Format: uuid */
            source_id: string;
            text: string;
            title: string;
            url: string | null;
            version: number;
            words: string;
        };
        FlagList: {
            flags: components["schemas"]["FlagOut"][];
        };
        FlagOut: {
            /** Format: uuid */
            agent_id: string;
            dismissed_at: string | null;
            /** Format: date-time */
            found_at: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "conflict" | "stale";
            passages: components["schemas"]["FlaggedPassage"][];
            sentence: string;
        };
        Form: {
            /** Format: uuid */
            action_id: string;
            fields: components["schemas"]["FormField"][];
            /** @default [] */
            problems: components["schemas"]["FieldProblem"][];
            /** @default {} */
            values: {
                [key: string]: string;
            };
        };
        FormBody: {
            /** @default false */
            just_connect_me: boolean;
            key: string;
            /** @default {} */
            values: {
                [key: string]: string;
            };
        };
        FormField: {
            /** @default [] */
            choices: string[];
            /** @default  */
            hint: string;
            key: string;
            label: string;
            required: boolean;
            type: components["schemas"]["FieldType"];
        };
        "FromSource-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "from_source";
            source_id: string | null;
            title: string;
        };
        "FromSource-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "from_source";
            source_id: string | null;
            title: string;
        };
        GivenFiles: {
            added: components["schemas"]["SourceRow"][];
            refused: components["schemas"]["RefusedFile"][];
        };
        HandedBack: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.handed_back";
        };
        HandedOff: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            handoff: components["schemas"]["Handoff"];
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.handed_off";
        };
        Handoff: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            id: string;
            label: string;
            language: string | null;
            matched: string | null;
            question: string | null;
            reason: components["schemas"]["Reason"];
            route_id: string | null;
            route_version: number | null;
            rule_id: string | null;
            rule_version: number | null;
            score: number | null;
            /** @default [] */
            tried: components["schemas"]["Tried"][];
        };
        HandoffBody: {
            key: string;
        };
        "HandsOff-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "hands_off";
            reason?: components["schemas"]["Reason"] | null;
        };
        "HandsOff-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "hands_off";
            reason: components["schemas"]["Reason"] | null;
        };
        HeartbeatBody: {
            active: boolean;
        };
        HTTPValidationError: {
            detail: components["schemas"]["ValidationError"][];
        };
        ImportedOut: {
            added: number;
            replaced: number;
            wrong: components["schemas"]["WrongLine"][];
        };
        ImportedQuestions: {
            report: components["schemas"]["QuestionsReport"];
            source: components["schemas"]["SourceRow"];
        };
        InboxPage: {
            conversations: components["schemas"]["Conversation"][];
            counts: {
                [key: string]: number;
            };
            next_cursor: string | null;
            position: number;
            read: {
                [key: string]: number;
            };
        };
        InvitationChanged: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            invitation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "invitation.changed";
        };
        InvitationOut: {
            /** Format: date-time */
            created_at: string;
            email: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            invited_by: string;
            link: string | null;
            mail_error: string | null;
            /** @enum {string} */
            mail_state: "waiting" | "kept" | "sent" | "failed";
            renewal_asked_at: string | null;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            sent_at: string;
            state: components["schemas"]["InvitationState"];
        };
        InvitationSent: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            invitation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "invitation.sent";
        };
        /** @enum {string} */
        InvitationState: "pending" | "expired" | "accepted" | "revoked";
        InviteBody: {
            emails: string[];
            role: components["schemas"]["Role"];
        };
        InvitedOut: {
            invited: components["schemas"]["InvitationOut"][];
            refused: components["schemas"]["NotInvitedOut"][];
        };
        /** @enum {string} */
        Judge: "product" | "rules_on_details" | "rules_on_message" | "rules_on_answer" | "nobody";
        Judged: {
            answer: components["schemas"]["AnswerFacts"] | null;
            message: components["schemas"]["MessageFacts"];
        };
        LadderBody: {
            again_after_seconds: number;
            contact_after_seconds: number;
            contact_email?: string | null;
            everybody_after_seconds: number;
            members_here_after_seconds: number;
            /** @default false */
            renew_secret: boolean;
            webhook_after_seconds: number;
            webhook_url?: string | null;
        };
        LadderShape: {
            again_after_seconds: number;
            contact_after_seconds: number;
            contact_email: string | null;
            everybody_after_seconds: number;
            members_here_after_seconds: number;
            webhook_after_seconds: number;
            webhook_url: string | null;
        };
        LastMessage: {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            kind: components["schemas"]["MessageKind"];
            text: string;
        };
        Line: {
            fix: components["schemas"]["Fix"] | null;
            /** @enum {string} */
            group: "ground" | "story" | "around";
            /** @enum {string} */
            key: "database" | "worker" | "language_model" | "content" | "stream" | "answer" | "handoff" | "details" | "inbox" | "takeover" | "reply" | "close" | "members" | "hours" | "emergency" | "widget" | "mail";
            milliseconds: number | null;
            /** @default  */
            sentence: string;
            /**
             * @default waiting
             * @enum {string}
             */
            state: "waiting" | "running" | "passed" | "attention" | "failed" | "skipped";
            title: string;
        };
        /** @enum {string} */
        LinkState: "pending" | "expired" | "revoked" | "replaced" | "used" | "unknown" | "wrong_person";
        MailOut: {
            /** Format: date-time */
            at: string;
            error: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "kept" | "sent" | "failed";
            subject: string;
            text: string;
            to: string;
        };
        Me: {
            person: components["schemas"]["PersonOut"];
            workspace: components["schemas"]["WorkspaceOut"] | null;
            workspaces: components["schemas"]["MembershipOut"][];
        };
        MemberChanged: {
            /** Format: date-time */
            at: string;
            member: components["schemas"]["MemberRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.changed";
        };
        MemberEvent: {
            event: components["schemas"]["ConversationStarted"] | components["schemas"]["MessagePosted"] | components["schemas"]["HandedOff"] | components["schemas"]["TakenOver"] | components["schemas"]["HandedBack"] | components["schemas"]["Resolved"] | components["schemas"]["Reopened"] | components["schemas"]["EmergencyRaised"] | components["schemas"]["EmergencyAcknowledged"] | components["schemas"]["AlarmChanged"] | components["schemas"]["FieldsCollected"] | components["schemas"]["NoteAdded"] | components["schemas"]["ConversationRead"] | components["schemas"]["AnswerRated"] | components["schemas"]["WorkspaceChanged"] | components["schemas"]["SavedRepliesChanged"] | components["schemas"]["MemberJoined"] | components["schemas"]["MemberChanged"] | components["schemas"]["MemberRemoved"] | components["schemas"]["InvitationSent"] | components["schemas"]["RenewalAsked"] | components["schemas"]["InvitationChanged"] | components["schemas"]["AgentCreated"] | components["schemas"]["AgentChanged"] | components["schemas"]["RuleChanged"] | components["schemas"]["ActionChanged"] | components["schemas"]["SourceAdded"] | components["schemas"]["SourceChanged"] | components["schemas"]["SourceRemoved"] | components["schemas"]["QuestionTestsChanged"] | components["schemas"]["QuestionTestRunChanged"] | components["schemas"]["SetupCheckChanged"];
            position: number;
        };
        MemberJoined: {
            /** Format: date-time */
            at: string;
            member: components["schemas"]["MemberRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.joined";
        };
        MemberOut: {
            active_at: string | null;
            /** @enum {string} */
            availability: "available" | "away";
            /** Format: date-time */
            availability_since: string;
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            joined_at: string;
            /** Format: date-time */
            last_seen_at: string;
            name: string;
            /** Format: uuid */
            person_id: string;
            role: components["schemas"]["Role"];
        };
        MemberRemoved: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            member_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.removed";
        };
        MemberRow: {
            /** @enum {string} */
            availability: "available" | "away";
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            joined_at: string;
            name: string;
            /** Format: uuid */
            person_id: string;
            /** @enum {string} */
            role: "owner" | "admin" | "operator";
        };
        Members: {
            invitations: components["schemas"]["InvitationOut"][];
            members: components["schemas"]["MemberOut"][];
        };
        MembershipOut: {
            /** Format: uuid */
            id: string;
            name: string;
            role: components["schemas"]["Role"];
        };
        Message: {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["Author"];
            card: components["schemas"]["EmergencyCard"] | null;
            confidence: number | null;
            /** Format: uuid */
            conversation_id: string;
            disposition: components["schemas"]["Disposition"] | null;
            form: components["schemas"]["Form"] | null;
            /** Format: uuid */
            id: string;
            key: string;
            kind: components["schemas"]["MessageKind"];
            label: string | null;
            member_id: string | null;
            member_name: string | null;
            rating: ("up" | "down") | null;
            reason: components["schemas"]["Reason"] | null;
            /** @default 1 */
            segment: number;
            seq: number;
            /** @default [] */
            sources: components["schemas"]["Citation"][];
            text: string;
            turn_id: string | null;
        };
        MessageBody: {
            conversation_id?: string | null;
            key: string;
            page?: string | null;
            text: string;
        };
        MessageFacts: {
            /** @default false */
            accepts: boolean;
            clinical: string | null;
            /** @default false */
            despairs: boolean;
            language: string | null;
            /** @default [] */
            near: components["schemas"]["Near"][];
            person: components["schemas"]["PersonRequest"] | null;
            repeats: string | null;
            /** @default false */
            small_talk: boolean;
            text: string;
            upset: string | null;
        };
        MessageForVisitor: {
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message";
        };
        /** @enum {string} */
        MessageKind: "text" | "answer" | "question" | "handed_off" | "taken_over" | "handed_back" | "resolved" | "reopened" | "emergency";
        MessagePosted: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.message_posted";
        };
        ModelCall: {
            cost: number | null;
            ended: string;
            milliseconds: number;
            model: string;
            provider: string;
            tokens_in: number | null;
            tokens_out: number | null;
        };
        ModelIn: {
            id?: string | null;
            /** @default 0 */
            input_price: number;
            key?: string | null;
            name: string;
            /** @default 0 */
            output_price: number;
            /**
             * @default openai
             * @enum {string}
             */
            provider: "openai" | "anthropic";
            url: string;
        };
        ModelOut: {
            has_key: boolean;
            /** Format: uuid */
            id: string;
            input_price: number;
            name: string;
            output_price: number;
            /** @enum {string} */
            provider: "openai" | "anthropic";
            url: string;
        };
        ModelOutOfOrder: {
            /** Format: uuid */
            agent_id: string;
            agent_name: string;
            /** Format: date-time */
            last_at: string;
            /** @enum {string} */
            meanwhile: "next_model" | "quotes" | "person";
            /** Format: uuid */
            model_id: string;
            model_name: string;
            problem: string;
            /** Format: date-time */
            since: string;
        };
        ModelUsed: {
            calls: number;
            dollars: number;
            failures: number;
            input_tokens: number;
            model: string;
            output_tokens: number;
        };
        MoveBefore: {
            /** Format: uuid */
            before_rule_id: string;
            /**
             * @default move_before
             * @constant
             */
            kind: "move_before";
            label: string;
            /** Format: uuid */
            rule_id: string;
        };
        NameBody: {
            name: string;
        };
        Near: {
            cosine: number;
            topic: components["schemas"]["Topic-Output"];
        };
        NewAgent: {
            allowed_sites?: string[] | null;
            answer_length?: ("short" | "medium" | "long") | null;
            answerer?: ("verbatim" | "generative") | null;
            brand_color?: string | null;
            budget?: components["schemas"]["BudgetShape"] | null;
            emergency_region?: string | null;
            greeting?: string | null;
            instructions?: string | null;
            language?: string | null;
            models?: components["schemas"]["ModelIn"][] | null;
            name: string;
            quotes_when_down?: boolean | null;
            suggested_questions?: string[] | null;
            tone?: ("warm" | "plain" | "formal") | null;
        };
        NewPage: {
            address: string;
            /** @default never */
            refresh: components["schemas"]["Refresh"];
        };
        NewQuestion: {
            answer: string;
            question: string;
        };
        NewQuestionTest: {
            expectation: components["schemas"]["Quotes-Input"] | components["schemas"]["FromSource-Input"] | components["schemas"]["HandsOff-Input"] | components["schemas"]["NothingFound-Input"] | components["schemas"]["SmallTalk-Input"];
            /** @default  */
            note: string;
            question: string;
        };
        NewRule: {
            /** @default [] */
            collect_first: string[];
            /** @default true */
            enabled: boolean;
            label: string;
            position?: number | null;
            /**
             * @default normal
             * @enum {string}
             */
            priority: "normal" | "urgent";
            restored?: components["schemas"]["RestoredRule"] | null;
            /**
             * @default {
             *       "here": "",
             *       "away": "",
             *       "closed": ""
             *     }
             */
            says: components["schemas"]["Says-Input"];
            when: components["schemas"]["AsksForPerson-Input"] | components["schemas"]["Phrase-Input"] | components["schemas"]["Topic-Input"] | components["schemas"]["OtherLanguage-Input"] | components["schemas"]["Stuck-Input"] | components["schemas"]["ClinicalQuestion-Input"] | components["schemas"]["NoAnswer-Input"] | components["schemas"]["UnansweredInARow-Input"] | components["schemas"]["ConfidenceBelow-Input"] | components["schemas"]["AgentUnavailable-Input"] | components["schemas"]["DetailsCollected-Input"];
        };
        NewText: {
            text: string;
            title: string;
        };
        NewWebsite: {
            address: string;
            /** @default never */
            refresh: components["schemas"]["Refresh"];
            /**
             * @default {
             *       "include": [],
             *       "exclude": [],
             *       "max_pages": 1000,
             *       "max_depth": 12
             *     }
             */
            scope: components["schemas"]["ScopeBody"];
        };
        "NoAnswer-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "no_answer";
        };
        "NoAnswer-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "no_answer";
        };
        Note: {
            after_seq: number;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            id: string;
            key: string;
            /** Format: uuid */
            member_id: string;
            member_name: string;
            text: string;
        };
        NoteAdded: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            conversation_id: string;
            note: components["schemas"]["Note"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.note_added";
        };
        NoteBody: {
            key: string;
            text: string;
        };
        "NothingFound-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "nothing_found";
        };
        "NothingFound-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "nothing_found";
        };
        NotInvitedOut: {
            code: string;
            email: string;
            invitation_id: string | null;
            message: string;
        };
        "OtherLanguage-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "other_language";
            served: ("en" | "es" | "fr" | "pt" | "vi" | "tl" | "zh")[];
        };
        "OtherLanguage-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "other_language";
            served: ("en" | "es" | "fr" | "pt" | "vi" | "tl" | "zh")[];
        };
        Outbox: {
            mails: components["schemas"]["MailOut"][];
            smtp: boolean;
        };
        PageChangeOut: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            document_id: string;
            /** @enum {string} */
            kind: "added" | "changed" | "removed";
            passages: components["schemas"]["PassageChange"][];
            passages_added: number;
            passages_removed: number;
            title: string;
            url: string;
            version: number;
        };
        PageList: {
            counts: {
                [key: string]: number;
            };
            next_after: string | null;
            pages: components["schemas"]["PageOut"][];
        };
        PageOut: {
            checked_at: string | null;
            document_id: string | null;
            /** Format: uuid */
            id: string;
            reason: string | null;
            same_as: string | null;
            status: components["schemas"]["PageStatus"];
            url: string;
        };
        /** @enum {string} */
        PageStatus: "waiting" | "read" | "skipped" | "failed" | "removed";
        PairOut: {
            answer: string;
            question: string;
        };
        PassageChange: {
            /** @enum {string} */
            kind: "added" | "removed";
            path: string;
            text: string;
        };
        PassageOut: {
            /** Format: uuid */
            id: string;
            path: string;
            text: string;
            words: number;
        };
        Person: {
            initials: string;
            name: string;
        };
        PersonOut: {
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        PersonRequest: {
            matched: string;
            score: number;
        };
        "Phrase-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "phrase";
            phrases: string[];
        };
        "Phrase-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "phrase";
            phrases: string[];
        };
        PolicyShape: {
            budget: components["schemas"]["BudgetShape"];
            text_stays_here: boolean;
        };
        Posted: {
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"];
        };
        Preset: {
            /** @enum {string} */
            key: "asks_for_person" | "no_answer" | "confidence_below" | "stuck" | "unanswered_in_a_row" | "other_language" | "clinical" | "agent_unavailable";
            label: string;
            /** @default false */
            of_a_new_agent: boolean;
            sentence: string;
            /** @default true */
            starts_enabled: boolean;
            when: components["schemas"]["AsksForPerson-Output"] | components["schemas"]["Phrase-Output"] | components["schemas"]["Topic-Output"] | components["schemas"]["OtherLanguage-Output"] | components["schemas"]["Stuck-Output"] | components["schemas"]["ClinicalQuestion-Output"] | components["schemas"]["NoAnswer-Output"] | components["schemas"]["UnansweredInARow-Output"] | components["schemas"]["ConfidenceBelow-Output"] | components["schemas"]["AgentUnavailable-Output"] | components["schemas"]["DetailsCollected-Output"];
        };
        PreviewOut: {
            email: string | null;
            has_login: boolean;
            invited_by: string | null;
            role: components["schemas"]["Role"] | null;
            signed_in_as: string | null;
            state: components["schemas"]["LinkState"];
            workspace_name: string | null;
        };
        /** @enum {string} */
        Priority: "normal" | "urgent" | "emergency";
        Progress: {
            failed: number;
            found: number;
            read: number;
        };
        Question: {
            question: string;
        };
        QuestionPair: {
            answer: string;
            question: string;
        };
        QuestionsReport: {
            columns: components["schemas"]["ColumnsOut"] | null;
            found: number;
            labels: string[];
            merged: number;
            pairs: components["schemas"]["PairOut"][];
            problems: components["schemas"]["RowProblem"][];
            skipped: number;
            warnings: string[];
        };
        QuestionTestOut: {
            /** Format: date-time */
            changed_at: string;
            /** Format: date-time */
            created_at: string;
            expectation: components["schemas"]["Quotes-Output"] | components["schemas"]["FromSource-Output"] | components["schemas"]["HandsOff-Output"] | components["schemas"]["NothingFound-Output"] | components["schemas"]["SmallTalk-Output"];
            expects: string;
            /** Format: uuid */
            id: string;
            note: string;
            question: string;
            result: components["schemas"]["ResultOut"] | null;
        };
        QuestionTestRun: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            begun_at: string;
            /** @enum {string} */
            cause: "by_hand" | "content_changed" | "settings_changed" | "command";
            changed: number;
            done: number;
            ended_at: string | null;
            failed: number;
            fixed: number;
            /** Format: uuid */
            id: string;
            newly_failing: number;
            passed: number;
            /** @enum {string} */
            state: "running" | "done" | "canceled" | "failed";
            summary: string;
            total: number;
        };
        QuestionTestRunChanged: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            run: components["schemas"]["QuestionTestRun"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "question_tests.run_changed";
        };
        QuestionTestsChanged: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "question_tests.changed";
        };
        QuestionTestsOut: {
            choices: components["schemas"]["Choices"];
            most: number;
            runs: components["schemas"]["QuestionTestRun"][];
            tests: components["schemas"]["QuestionTestOut"][];
        };
        "Quotes-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "quotes";
            words: string;
        };
        "Quotes-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "quotes";
            words: string;
        };
        RatingBody: {
            rating: ("up" | "down") | null;
        };
        ReadBody: {
            seq: number;
        };
        /** @enum {string} */
        Reason: "asked_for_person" | "no_answer" | "low_confidence" | "phrase" | "topic" | "other_language" | "unanswered_in_a_row" | "details_collected" | "clinical" | "frustrated" | "emergency" | "agent_unavailable" | "left_during_collection" | "reopened" | "handed_by_member";
        /** @enum {string} */
        Refresh: "never" | "daily" | "weekly" | "monthly";
        RefusedFile: {
            file_name: string;
            sentence: string;
        };
        RehearsalOut: {
            /** Format: date-time */
            asked_at: string;
            changes: string[];
            done_at: string | null;
            /** Format: uuid */
            id: string;
            question: string;
            /** @enum {string} */
            state: "waiting" | "done";
            story: string[];
            trace: components["schemas"]["Trace"] | null;
        };
        RenewalAsked: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            invitation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "invitation.renewal_asked";
        };
        Reopened: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.reopened";
        };
        RepliedBody: {
            conversation: components["schemas"]["Conversation"];
            message: components["schemas"]["Message"];
        };
        ReplyBody: {
            key: string;
            seen_seq?: number | null;
            text: string;
        };
        ResolutionBody: {
            disposition?: components["schemas"]["Disposition"] | null;
            seen_seq?: number | null;
        };
        Resolved: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.resolved";
        };
        RestoredRule: {
            /** Format: uuid */
            id: string;
            version: number;
        };
        ResultOut: {
            answer: string;
            /** Format: date-time */
            at: string;
            change: ("newly_failing" | "fixed" | "changed") | null;
            confidence: number | null;
            milliseconds: number;
            /** @enum {string} */
            outcome: "reply" | "say" | "hand_off";
            passed: boolean;
            reason: string | null;
            /** Format: uuid */
            run_id: string;
            sources: components["schemas"]["SourceUsed"][];
            why: string;
        };
        ResultTrace: {
            before: components["schemas"]["ResultOut"] | null;
            result: components["schemas"]["ResultOut"];
            story: string[];
            trace: components["schemas"]["Trace"] | null;
        };
        /** @enum {string} */
        Role: "owner" | "admin" | "operator";
        RolePatch: {
            role: components["schemas"]["Role"];
        };
        RowProblem: {
            problem: string;
            row: number;
        };
        RuleChanged: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "rule.changed";
        };
        RuleOrder: {
            rule_ids: string[];
        };
        RuleOut: {
            /** Format: uuid */
            agent_id: string;
            collect_first: string[];
            enabled: boolean;
            fired_30_days: number;
            /** Format: uuid */
            id: string;
            label: string;
            position: number;
            /** @enum {string} */
            priority: "normal" | "urgent";
            says: components["schemas"]["Says-Output"];
            sentence: string;
            version: number;
            when: components["schemas"]["AsksForPerson-Output"] | components["schemas"]["Phrase-Output"] | components["schemas"]["Topic-Output"] | components["schemas"]["OtherLanguage-Output"] | components["schemas"]["Stuck-Output"] | components["schemas"]["ClinicalQuestion-Output"] | components["schemas"]["NoAnswer-Output"] | components["schemas"]["UnansweredInARow-Output"] | components["schemas"]["ConfidenceBelow-Output"] | components["schemas"]["AgentUnavailable-Output"] | components["schemas"]["DetailsCollected-Output"];
        };
        RulePatch: {
            /** @default [] */
            collect_first: string[];
            enabled?: boolean | null;
            label?: string | null;
            priority?: ("normal" | "urgent") | null;
            says?: components["schemas"]["Says-Input"] | null;
            when?: (components["schemas"]["AsksForPerson-Input"] | components["schemas"]["Phrase-Input"] | components["schemas"]["Topic-Input"] | components["schemas"]["OtherLanguage-Input"] | components["schemas"]["Stuck-Input"] | components["schemas"]["ClinicalQuestion-Input"] | components["schemas"]["NoAnswer-Input"] | components["schemas"]["UnansweredInARow-Input"] | components["schemas"]["ConfidenceBelow-Input"] | components["schemas"]["AgentUnavailable-Input"] | components["schemas"]["DetailsCollected-Input"]) | null;
        };
        RulesOut: {
            order: components["schemas"]["Step"][];
            presets: components["schemas"]["Preset"][];
            rules: components["schemas"]["RuleOut"][];
            warnings: components["schemas"]["Finding"][];
        };
        RunBody: {
            /** @default [] */
            test_ids: string[];
        };
        SavedRepliesChanged: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "saved_replies.changed";
        };
        SavedReplyBody: {
            name: string;
            text: string;
        };
        SavedReplyOut: {
            /** Format: date-time */
            changed_at: string;
            changed_by: string;
            /** Format: uuid */
            id: string;
            name: string;
            text: string;
            used_at: string | null;
            uses: number;
        };
        "Says-Input": {
            /** @default  */
            away: string;
            /** @default  */
            closed: string;
            /** @default  */
            here: string;
        };
        "Says-Output": {
            /** @default  */
            away: string;
            /** @default  */
            closed: string;
            /** @default  */
            here: string;
        };
        ScopeBody: {
            /** @default [] */
            exclude: string[];
            /** @default [] */
            include: string[];
            /** @default 12 */
            max_depth: number;
            /** @default 1000 */
            max_pages: number;
            path_prefix?: string | null;
        };
        SetThreshold: {
            /**
             * @default set_threshold
             * @constant
             */
            kind: "set_threshold";
            label: string;
            /** Format: uuid */
            rule_id: string;
            threshold: number;
        };
        SetupBody: {
            agent_name?: string | null;
            email: string;
            name: string;
            password: string;
            token: string;
            workspace_name: string;
        };
        SetupCheckChanged: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            setup_check_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "setup_check.changed";
        };
        SetupCheckOut: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            begun_at: string;
            /** @enum {string} */
            cause: "by_hand" | "command";
            ended_at: string | null;
            /** Format: uuid */
            id: string;
            lines: components["schemas"]["Line"][];
            member_name: string;
            /** @enum {string} */
            state: "running" | "done" | "stopped";
            summary: string;
        };
        SetupNeeded: {
            needed: boolean;
        };
        SheetIn: {
            csv: string;
        };
        SheetLine: {
            expects: string;
            question: string;
            replaces: boolean;
        };
        SheetPreview: {
            lines: components["schemas"]["SheetLine"][];
            wrong: components["schemas"]["WrongLine"][];
        };
        Signals: {
            /** @default  */
            action: string;
            /** @default true */
            answerable: boolean;
            /** @default false */
            asks_for_person: boolean;
            /** @default  */
            language: string;
            /** @default false */
            urgent: boolean;
        };
        SignInBody: {
            email: string;
            password: string;
        };
        "SmallTalk-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "small_talk";
        };
        "SmallTalk-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "small_talk";
        };
        Snapshot: {
            availability: components["schemas"]["VisitorAvailability"];
            conversation: components["schemas"]["VisitorConversation"] | null;
            last_seq: number;
            messages: components["schemas"]["VisitorMessage"][];
        };
        SourceAdded: {
            /** Format: date-time */
            at: string;
            source: components["schemas"]["SourceRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "source.added";
        };
        SourceChanged: {
            /** Format: date-time */
            at: string;
            source: components["schemas"]["SourceRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "source.changed";
        };
        SourceDetail: {
            body: string;
            document_id: string | null;
            passages: components["schemas"]["PassageOut"][];
            read_at: string | null;
            source: components["schemas"]["SourceRow"];
            url: string | null;
            website: components["schemas"]["WebsiteOut"] | null;
        };
        SourceList: {
            sources: components["schemas"]["SourceRow"][];
        };
        SourceOriginal: {
            pairs: components["schemas"]["PairOut"][] | null;
            revision: string;
            text: string | null;
            title: string;
        };
        SourceRemoved: {
            /** Format: uuid */
            agent_id: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            source_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "source.removed";
        };
        SourceRow: {
            /** Format: uuid */
            agent_id: string;
            answers_used: number;
            /** Format: date-time */
            created_at: string;
            failure: string | null;
            file_name: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "file" | "text" | "qa" | "website" | "page";
            last_read_at: string | null;
            next_refresh_at: string | null;
            /** @default 0 */
            pages: number;
            pairs: number | null;
            passages: number;
            progress: components["schemas"]["Progress"] | null;
            /**
             * @default never
             * @enum {string}
             */
            refresh: "never" | "daily" | "weekly" | "monthly";
            /** @enum {string} */
            status: "pending" | "processing" | "trained" | "failed";
            title: string;
            trained_at: string | null;
            url: string | null;
            /** @default [] */
            warnings: string[];
            words: number;
        };
        SourceUsed: {
            path: string;
            /** Format: uuid */
            source_id: string;
            title: string;
        };
        SpendingOut: {
            month: components["schemas"]["SpentOut"];
            today: components["schemas"]["SpentOut"];
        };
        SpentOut: {
            dollars: number;
            tokens: number;
        };
        /** @enum {string} */
        State: "agent" | "waiting" | "member" | "resolved";
        Step: {
            /** @default nobody */
            judge: components["schemas"]["Judge"];
            /** @default [] */
            kinds: string[];
            name: string;
            number: number;
            sentence: string;
        };
        StepOut: {
            /** Format: date-time */
            at: string;
            called: number;
            round: number;
            step: components["schemas"]["AlarmStep"];
        };
        "Stuck-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "stuck";
        };
        "Stuck-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "stuck";
        };
        SuggestionOut: {
            expectation: components["schemas"]["Quotes-Output"] | components["schemas"]["FromSource-Output"] | components["schemas"]["HandsOff-Output"] | components["schemas"]["NothingFound-Output"] | components["schemas"]["SmallTalk-Output"];
            expects: string;
            question: string;
        };
        TakenOver: {
            /** Format: date-time */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /** Format: uuid */
            conversation_id: string;
            message: components["schemas"]["Message"];
            taken_from: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.taken_over";
        };
        TakeoverBody: {
            from_member_id?: string | null;
        };
        TestOut: {
            dollars: number;
            input_tokens: number;
            milliseconds: number;
            output_tokens: number;
            problem: string;
            said: string;
            worked: boolean;
        };
        Thread: {
            conversation: components["schemas"]["Conversation"];
            fields: components["schemas"]["FieldValue"][];
            handoffs: components["schemas"]["Handoff"][];
            messages: components["schemas"]["Message"][];
            notes: components["schemas"]["Note"][];
            position: number;
            read_seq: number;
            visitor: components["schemas"]["VisitorPanel"];
        };
        TokenBody: {
            token: string;
        };
        "Topic-Input": {
            /** @default [] */
            examples: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "topic";
            topic: string;
        };
        "Topic-Output": {
            /** @default [] */
            examples: string[];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "topic";
            topic: string;
        };
        Trace: {
            answerability: components["schemas"]["Answerability"] | null;
            /** @default [] */
            calls: components["schemas"]["ModelCall"][];
            came: components["schemas"]["Came"] | null;
            /** @default [] */
            decisions: components["schemas"]["Decision"][];
            drafted: components["schemas"]["Drafted"] | null;
            failure: string | null;
            instead: string | null;
            judged: components["schemas"]["Judged"] | null;
            milliseconds: {
                [key: string]: number;
            };
            noticed: components["schemas"]["Signals"] | null;
            /** @default [] */
            passages: components["schemas"]["Considered"][];
            shown: string | null;
            understood: components["schemas"]["Understood"];
            /** @default [] */
            verdicts: components["schemas"]["Verdict"][];
            /** @default 1 */
            version: number;
            versions: components["schemas"]["Versions"];
        };
        Tried: {
            path: string;
            score: number;
            title: string;
        };
        TurnOut: {
            costs_tokens: boolean;
            passages_now: {
                [key: string]: "same" | "changed" | "gone";
            };
            story: string[];
            trace: components["schemas"]["Trace"] | null;
            turn: components["schemas"]["TurnRow"];
        };
        TurnRow: {
            attempts: number;
            confidence: number | null;
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            id: string;
            outcome: string | null;
            settled_at: string | null;
            /** Format: date-time */
            started_at: string;
            state: string;
        };
        /** @enum {string} */
        TurnStep: "understand" | "embed" | "find" | "compose" | "verify" | "decide";
        Typing: {
            /** Format: uuid */
            conversation_id: string;
            member_id: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "typing";
            /** Format: uuid */
            visitor_id: string;
            who: string;
        };
        TypingForVisitor: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "typing";
            who: string;
        };
        "UnansweredInARow-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "unanswered_in_a_row";
            times: number;
        };
        "UnansweredInARow-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "unanswered_in_a_row";
            times: number;
        };
        Understood: {
            /** @default  */
            asked: string;
            completed: string | null;
            corrected: string | null;
            kind: string | null;
            language: string | null;
            /** @default [] */
            parts: string[];
            /** @default  */
            written: string;
        };
        UsageOut: {
            agent: components["schemas"]["SpendingOut"];
            /** Format: date */
            day: string;
            models: components["schemas"]["ModelUsed"][];
            over_period: ("day" | "month") | null;
            over_whose: ("agent" | "workspace") | null;
            workspace: components["schemas"]["SpendingOut"];
        };
        ValidationError: {
            ctx: Record<string, never>;
            input: unknown;
            loc: (string | number)[];
            msg: string;
            type: string;
        };
        Verdict: {
            /** @default [] */
            cited: number[];
            passed: boolean;
            sentence: string;
            support: number | null;
            why: string;
        };
        VersionList: {
            versions: components["schemas"]["VersionOut"][];
        };
        VersionOut: {
            /** Format: date-time */
            read_at: string;
            title: string;
            version: number;
            words: number;
        };
        Versions: {
            /** @default  */
            answerer: string;
            /** @default  */
            embedding: string;
            /** @default  */
            product: string;
            /** @default [] */
            rules: string[];
            /** @default  */
            settings: string;
        };
        /** @enum {string} */
        View: "needs_person" | "mine" | "agent" | "open" | "closed";
        VisitorAvailability: {
            /** @enum {string} */
            kind: "here" | "away" | "closed";
            opens_at: string | null;
            sentence: string;
        };
        VisitorConversation: {
            contact_known: boolean;
            emergency: components["schemas"]["EmergencyCard"] | null;
            form: components["schemas"]["Form"] | null;
            /** Format: uuid */
            id: string;
            last_seq: number;
            person: components["schemas"]["Person"] | null;
            place_in_line: number | null;
            /** @enum {string} */
            state: "agent" | "waiting" | "person" | "closed";
            usual_wait_minutes: number | null;
        };
        VisitorMessage: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            author: "visitor" | "agent" | "person" | "desk";
            card: components["schemas"]["EmergencyCard"] | null;
            form: components["schemas"]["Form"] | null;
            /** Format: uuid */
            id: string;
            key: string | null;
            kind: components["schemas"]["MessageKind"];
            person_name: string | null;
            rating: ("up" | "down") | null;
            seq: number;
            /** @default [] */
            sources: components["schemas"]["Citation"][];
            text: string;
        };
        VisitorPanel: {
            earlier: components["schemas"]["EarlierConversation"][];
            email: string | null;
            /** Format: date-time */
            first_seen_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            page: string | null;
        };
        WebsiteChange: {
            refresh?: components["schemas"]["Refresh"] | null;
            scope?: components["schemas"]["ScopeBody"] | null;
        };
        WebsiteOut: {
            exclude: string[];
            include: string[];
            max_depth: number;
            max_pages: number;
            path_prefix: string;
        };
        WelcomeBody: {
            /** @default false */
            preview: boolean;
        };
        Welcomed: {
            token: string;
            /** Format: uuid */
            visitor_id: string;
        };
        Why: {
            sentence: string;
            turn: components["schemas"]["TurnOut"] | null;
        };
        WidgetSettings: {
            agent_name: string;
            availability: components["schemas"]["VisitorAvailability"];
            brand_color: string;
            emergency: components["schemas"]["EmergencyNumbers"];
            greeting: string;
            language: string;
            suggested_questions: string[];
            workspace_name: string;
        };
        WorkspaceChanged: {
            /** Format: date-time */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "workspace.changed";
        };
        WorkspaceOut: {
            /** @enum {string} */
            availability: "available" | "away";
            business_hours: {
                [key: string]: string[][];
            };
            holidays: string[];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            member_id: string;
            name: string;
            /** @enum {string} */
            reopen_policy: "to_people" | "new_with_agent" | "new_with_people";
            role: components["schemas"]["Role"];
            time_zone: string;
        };
        WorkspacePatch: {
            business_hours?: {
                [key: string]: string[][];
            } | null;
            holidays?: string[] | null;
            name?: string | null;
            reopen_policy?: ("to_people" | "new_with_agent" | "new_with_people") | null;
            time_zone?: string | null;
        };
        WorkspaceUsageOut: {
            /** Format: date */
            day: string;
            over_period: ("day" | "month") | null;
            spending: components["schemas"]["SpendingOut"];
        };
        WrongLine: {
            number: number;
            sentence: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    remove_action_api_actions__action_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_action_api_actions__action_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_agents_api_agents_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"][];
                };
            };
        };
    };
    create_agent_api_agents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_agent_api_agents__agent_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_agent_api_agents__agent_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentPatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_actions_api_agents__agent_id__actions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionOut"][];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_action_api_agents__agent_id__actions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_flags_api_agents__agent_id__flags_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagList"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    try_kept_model_api_agents__agent_id__models__model_id__trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    try_model_api_agents__agent_id__models_test_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    model_usage_api_agents__agent_id__models_usage_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_tests_api_agents__agent_id__question_tests_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionTestsOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_test_api_agents__agent_id__question_tests_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestionTest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionTestOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    choose_api_agents__agent_id__question_tests_choices_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Choices"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Choices"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    run_tests_api_agents__agent_id__question_tests_runs_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionTestRun"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_tests_api_agents__agent_id__question_tests_sheet_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    import_tests_api_agents__agent_id__question_tests_sheet_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    look_at_sheet_api_agents__agent_id__question_tests_sheet_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetPreview"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    suggest_tests_api_agents__agent_id__question_tests_suggestions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionOut"][];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_agent_api_agents__agent_id__rehearsals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsalOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_rules_api_agents__agent_id__rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_rule_api_agents__agent_id__rules_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    order_rules_api_agents__agent_id__rules_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleOrder"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_checks_api_agents__agent_id__setup_checks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupCheckOut"][];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    run_check_api_agents__agent_id__setup_checks_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupCheckOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_sources_api_agents__agent_id__sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_files_api_agents__agent_id__sources_files_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_add_files_api_agents__agent_id__sources_files_post"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenFiles"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_page_api_agents__agent_id__sources_pages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPage"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_question_api_agents__agent_id__sources_questions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    import_questions_api_agents__agent_id__sources_questions_import_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_import_questions_api_agents__agent_id__sources_questions_import_post"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedQuestions"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    preview_questions_api_agents__agent_id__sources_questions_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_preview_questions_api_agents__agent_id__sources_questions_preview_post"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionsReport"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_text_api_agents__agent_id__sources_text_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewText"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_website_api_agents__agent_id__sources_websites_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebsite"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_alarm_api_alarm_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmOut"];
                };
            };
        };
    };
    change_alarm_api_alarm_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LadderBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    test_alarm_api_alarm_tests_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallOut"][];
                };
            };
        };
    };
    read_thread_api_conversations__conversation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    acknowledge_emergency_api_conversations__conversation_id__acknowledgement_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_alarm_of_conversation_api_conversations__conversation_id__alarm_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmOfConversation"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    correct_field_api_conversations__conversation_id__fields__key__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldsBody"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_reply_api_conversations__conversation_id__messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepliedBody"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    why_this_message_api_conversations__conversation_id__messages__message_id__turn_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Why"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_note_api_conversations__conversation_id__notes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mark_read_api_conversations__conversation_id__read_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resolve_api_conversations__conversation_id__resolution_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reopen_api_conversations__conversation_id__resolution_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_over_api_conversations__conversation_id__takeover_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeoverBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hand_back_api_conversations__conversation_id__takeover_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_turns_api_conversations__conversation_id__turns_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TurnRow"][];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    member_types_api_conversations__conversation_id__typing_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_document_api_documents__document_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_versions_api_documents__document_id__versions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_version_api_documents__document_id__versions__version__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    poll_api_events_get: {
        parameters: {
            query?: {
                after?: number;
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    dismiss_flag_api_flags__flag_id__dismissal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flag_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    restore_flag_api_flags__flag_id__dismissal_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flag_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_inbox_api_inbox_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                view?: components["schemas"]["View"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    invite_api_invitations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_invitation_api_invitations__invitation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    send_again_api_invitations__invitation_id__resend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_api_invitations_accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    preview_api_invitations_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_for_new_link_api_invitations_renewal_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_outbox_api_mails_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outbox"];
                };
            };
        };
    };
    me_api_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    set_availability_api_me_availability_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    heartbeat_api_me_heartbeat_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HeartbeatBody"] | null;
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_members_api_members_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
        };
    };
    remove_member_api_members__member_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_role_api_members__member_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    budgets_reached_api_model_budgets_reached_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BudgetReached"][];
                };
            };
        };
    };
    get_model_policy_api_model_policy_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyShape"];
                };
            };
        };
    };
    set_model_policy_api_model_policy_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyShape"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyShape"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    models_out_of_order_api_model_troubles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelOutOfOrder"][];
                };
            };
        };
    };
    workspace_usage_api_model_usage_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceUsageOut"];
                };
            };
        };
    };
    get_run_api_question_test_runs__run_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionTestRun"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cancel_run_api_question_test_runs__run_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionTestRun"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_result_api_question_test_runs__run_id__results__question_test_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_test_id: string;
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultTrace"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_test_api_question_tests__question_test_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_test_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestionTest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionTestOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_test_api_question_tests__question_test_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_test_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_rehearsal_api_rehearsals__rehearsal_id__get: {
        parameters: {
            query?: {
                wait?: number;
            };
            header?: never;
            path: {
                rehearsal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsalOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_rule_api_rules__rule_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_rule_api_rules__rule_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_saved_replies_api_saved_replies_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyOut"][];
                };
            };
        };
    };
    save_reply_api_saved_replies_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedReplyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_saved_reply_api_saved_replies__saved_reply_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedReplyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReplyOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_saved_reply_api_saved_replies__saved_reply_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_reply_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    count_use_api_saved_replies__saved_reply_id__uses_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saved_reply_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    choose_workspace_api_session_workspace_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    setup_needed_api_setup_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupNeeded"];
                };
            };
        };
    };
    set_up_api_setup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_check_api_setup_checks__check_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                check_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupCheckOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_source_api_sources__source_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDetail"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_source_api_sources__source_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_website_api_sources__source_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebsiteChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_crawls_api_sources__source_id__changes_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrawlList"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_changes_api_sources__source_id__changes__number__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_original_api_sources__source_id__original_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceOriginal"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_pages_api_sources__source_id__pages_get: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                status?: components["schemas"]["PageStatus"] | null;
            };
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageList"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_failed_pages_api_sources__source_id__pages_retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    edit_question_api_sources__source_id__question_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditedQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    edit_questions_api_sources__source_id__questions_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditedQuestions"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    stop_reading_api_sources__source_id__reading_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_source_api_sources__source_id__rehearsals_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Question"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsalOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    bring_source_back_api_sources__source_id__removal_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_source_api_sources__source_id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    edit_text_api_sources__source_id__text_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditedText"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    stream_api_stream_get: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EphemeralForMember"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_turn_api_turns__turn_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TurnOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    replay_turn_api_turns__turn_id__replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RehearsalOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    leave_contact_api_widget__widget_key__contact_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_conversation_api_widget__widget_key__conversation_get: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_anew_api_widget__widget_key__conversations_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    visitor_poll_api_widget__widget_key__events_get: {
        parameters: {
            query?: {
                after?: number;
                wait?: number;
            };
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    submit_form_api_widget__widget_key__form_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_for_person_api_widget__widget_key__handoff_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_message_api_widget__widget_key__messages_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rate_answer_api_widget__widget_key__messages__message_id__rating_put: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                message_id: string;
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_settings_api_widget__widget_key__settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WidgetSettings"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    visitor_stream_api_widget__widget_key__stream_get: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: {
                authorization?: string;
                "last-event-id"?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventForVisitor"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    visitor_types_api_widget__widget_key__typing_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    welcome_api_widget__widget_key__visitors_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WelcomeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcomed"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_workspace_api_workspace_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceOut"];
                };
            };
        };
    };
    change_workspace_api_workspace_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspacePatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceOut"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    found_workspace_api_workspaces_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
}
